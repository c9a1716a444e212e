import { useMe } from '#sync/session/me.tsx'
import { useDraftText } from '#sync/session/useDraftText.ts'
import type { Opened } from './placesFound.ts'

const most = 8

const isOpened = (value: unknown): value is Opened =>
  typeof value === 'object' && value !== null && 'to' in value && 'title' in value && 'detail' in value

function readPlaces(text: string): Opened[] {
  try {
    const kept: unknown = JSON.parse(text || '[]')
    return Array.isArray(kept) ? kept.filter(isOpened).slice(0, most) : []
  } catch {
    return []
  }
}

/** The places that were last opened from here, as this post, on this device; encrypted like all else of a person. */
export function useRecentPlaces(): [Opened[], (place: Opened) => void] {
  const [text, setText] = useDraftText(`cari.terakhir.${useMe().post?.id}`)
  const places = readPlaces(text)
  return [
    places,
    ({ title, detail, to }) =>
      setText(JSON.stringify([{ title, detail, to }, ...places.filter(one => one.to !== to)].slice(0, most))),
  ]
}
