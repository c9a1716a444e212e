import type { FigurePlace } from '#ui/paths.ts'
import { keyOf, type RecapData, type RecapItem } from './recapLines.ts'

/** A figure of an office that a figure of the region is made of. */
export interface Origin {
  place: FigurePlace
  /** `Ibu hamil · Dinkes`. */
  words: string
}

/** `<office>:figure:<code>/<row>` */
const ofOffice = /^([^:]+):figure:([^/]*)\/(.*)$/

export interface Origins {
  origins: Origin[]
  /** How many more there are below it, of figures that do not list all of theirs. */
  more: number
}

/** All figures of offices below a figure of a recap, through the figures between, each once, in the order of the derivations. */
export function originsOf(item: RecapItem, { items, reports, form, period }: RecapData): Origins {
  const byKey = new Map(items.map(one => [keyOf(one), one]))
  const names = new Map(items.flatMap(({ offices }) => offices.map(({ id, shortName }) => [id, shortName])))
  const labels = new Map(items.map(({ figure, rowLabel }) => [figure.row, rowLabel]))
  const reported = new Set(reports.map(({ office }) => office))
  const found = new Map<string, Origin>()
  const add = (office: string, code: string, row: string): void => {
    if (!reported.has(office)) return
    const words = [row === '' ? '' : (labels.get(row) ?? ''), names.get(office) ?? ''].filter(Boolean).join(' · ')
    found.set(`${office} ${code} ${row}`, { place: { office, form, period, code, row }, words })
  }
  const seen = new Set<string>()
  let more = 0
  const walk = (one: RecapItem): void => {
    if (seen.has(keyOf(one))) return
    seen.add(keyOf(one))
    // an answer that a device has kept from before does not say it
    more += one.more ?? 0
    const { code, row, derivation } = one.figure
    // Of what was not reported there is nothing to lead to.
    const left = derivation.left.filter(({ at, why }) => why !== 'empty' || byKey.has(at))
    const addresses = [...derivation.inputs, ...left].map(({ at }) => at)
    const [only, ...others] = one.offices
    // Taken over from the only office that owes it, with the derivation it was frozen with.
    if (
      only &&
      others.length === 0 &&
      row !== '' &&
      derivation.inputs.length > 0 &&
      !addresses.some(at => ofOffice.test(at))
    ) {
      add(only.id, code, row)
      return
    }
    for (const at of addresses) {
      const [, office = '', ofCode = '', ofRow = ''] = ofOffice.exec(at) ?? []
      const under = byKey.get(at)
      if (office !== '') add(office, ofCode, ofRow)
      else if (under) walk(under)
    }
  }
  walk(item)
  return { origins: [...found.values()], more }
}
