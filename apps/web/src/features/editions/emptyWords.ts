import type { Edition } from './queries.ts'

const most = 5

/** The sections that should be written and have neither text nor table: `Masih kosong: 1.2 Dasar hukum; 2.1 …; dan 3 lainnya.` */
export function emptyWords({ chapters }: Pick<Edition, 'chapters'>): string | null {
  const empty = chapters
    .flatMap(({ sections }) => sections)
    .filter(({ hidden, optional, words, has }) => !hidden && !optional && words === 0 && has.length === 0)
  if (empty.length === 0) return null
  const named = empty.slice(0, most).map(({ number, title }) => `${number} ${title}`.trim())
  const left = empty.length - named.length
  return `Masih kosong: ${[...named, ...(left > 0 ? [`dan ${left} lainnya`] : [])].join('; ')}.`
}
