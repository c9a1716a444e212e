import type { PaperGiven, PaperKind } from './PaperKind.ts'

/** Room for what is written by hand. */
const room = '.'.repeat(32)
const placePattern = /\{([a-z-]+)\}/g

/** The names of the places in a text of a template. */
export const placesIn = (text: string): string[] => [...text.matchAll(placePattern)].map(([, name = '']) => name)

/** A text of a template with its places filled in; a place the kind does not know is left as it is written. */
export const fillPlaces = (text: string, { places }: Pick<PaperKind, 'places'>, given: PaperGiven): string =>
  text.replace(placePattern, (written, name: string) => {
    const place = Object.hasOwn(places, name) ? places[name] : undefined
    return place ? (place(given) ?? room) : written
  })
