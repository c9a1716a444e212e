import { searchWords } from '@sepakat/rules/search/searchWords.ts'
import type { Me } from '#sync/apiTypes.ts'
import { type AppPage, pageNames, pages } from '../pages.ts'
import { targetOf } from './targetOf.ts'
import type { FoundGroup, SearchKind } from './useFoundNames.ts'

/** A place that can be opened. */
export interface Opened {
  title: string
  detail: string
  to: string
}
/** Or the wish to see all of a kind. */
export type Place = (Opened & { code?: string }) | { all: SearchKind; title: string }
export interface PlaceGroup {
  title: string
  places: Place[]
}

const titles: Record<SearchKind, string> = {
  office: 'Perangkat daerah',
  person: 'Orang',
  report: 'Laporan',
  edition: 'Laporan kabupaten',
  row: 'Baris formulir',
  item: 'Indikator, program, dan kegiatan',
  figure: 'Angka',
}

interface Given {
  me: Me
  words: string
  kind: SearchKind | undefined
  recent: Opened[]
  found: readonly FoundGroup[]
}

/** What is shown for what was typed: before anything is, the places last opened. */
export function placesFound({ me, words, kind, recent, found }: Given): PlaceGroup[] {
  if (words.length < 2) return recent.length > 0 ? [{ title: 'Terakhir dibuka', places: recent }] : []
  const named = found.map(({ kind: of, items, more }) => ({
    title: titles[of],
    places: [
      ...items.map(item => ({ title: item.title, detail: item.detail, code: item.code, to: targetOf(of, item, me) })),
      ...(more && kind === undefined ? [{ all: of, title: `Tampilkan semua: ${titles[of]}` }] : []),
    ],
  }))
  const ofPages = kind === undefined ? pagesFound(me, words) : []
  return [...(ofPages.length > 0 ? [{ title: 'Halaman', places: ofPages }] : []), ...named]
}

/** The pages of this post whose title has all words, each beginning a word of it. */
function pagesFound({ permissions }: Me, words: string): Opened[] {
  const asked = searchWords(words).split(' ').filter(Boolean)
  if (asked.length === 0) return []
  const seen = new Set<string>()
  return pageNames.flatMap(name => {
    const { path, title, needs }: AppPage = pages[name]
    const may = !needs || needs.some(need => permissions.includes(need))
    const own = searchWords(title).split(' ')
    if (!may || path.includes(':') || seen.has(title)) return []
    if (!asked.every(word => own.some(one => one.startsWith(word)))) return []
    seen.add(title)
    return [{ title, detail: '', to: path }]
  })
}
