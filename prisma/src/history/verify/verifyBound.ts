import { canonicalJson, type Status, statusLabels } from '@sepakat/rules'
import { type BoundKindName, boundKind } from '../bound/boundKinds.ts'
import type { BoundColumns, BoundRow } from '../bound/readBound.ts'
import { boundName, type Recorded, type RecordedRows } from '../bound/recorded.ts'
import type { Tampering } from './tampering.ts'

/** `laporan …, catatan …`: a row as findings name it. */
export const rowName = (kind: BoundKindName, id: string, submission: string | null): string => {
  const own = kind === 'submission' ? [] : [`${boundKind(kind).word} ${id}`]
  return [...(submission === null ? [] : [`laporan ${submission}`]), ...own].join(', ')
}

/**
 * Rows of one kind against what history recorded of them. `since`: from when on everything is bound, so that a row which no event
 * names was put there later.
 * Takes what it has seen out of `recorded`: what is left there has no row any more. Pure.
 */
export const verifyRows = (
  kind: BoundKindName,
  rows: readonly BoundRow[],
  { recorded, since }: { recorded: RecordedRows; since: string | null },
): Tampering[] =>
  rows.flatMap(({ id, submission, columns }): Tampering[] => {
    const name = boundName(kind, id)
    const known = recorded.get(name)
    recorded.delete(name)
    const where = rowName(kind, id, submission)
    if (known === undefined || known.columns === null)
      return known || since !== null
        ? [{ code: 'row-added', where, message: 'Tidak ada peristiwa yang mencatatnya.', at: known?.by.at ?? since }]
        : []
    return verifyColumns(kind, columns, known).map(message => ({
      code: 'row-changed',
      where,
      message,
      at: known.by.at,
    }))
  })

/** What history recorded and has no row any more. Pure. */
export const verifyGone = (recorded: RecordedRows, submission: string | null): Tampering[] =>
  [...recorded].flatMap(([name, { columns, by }]): Tampering[] => {
    if (columns === null) return []
    const [kind, id] = name.split('/') as [BoundKindName, string]
    const where = rowName(kind, id, submission)
    return [
      { code: 'row-missing', where, message: `Tercatat pada ${eventName(by)}, tetapi tidak ada lagi.`, at: by.at },
    ]
  })

const verifyColumns = (kind: BoundKindName, now: BoundColumns, { columns, by, partly }: Recorded): string[] => {
  const known = columns ?? {}
  const { columns: all } = boundKind(kind)
  return Object.entries(all).flatMap(([column, { word, hashed }]) => {
    if (partly && !(column in known)) return []
    const [was, is] = [known[column] ?? null, now[column] ?? null]
    if (canonicalJson(was) === canonicalJson(is)) return []
    const said = hashed ? 'tidak sama dengan' : `sekarang ${shown(is)}, bukan ${shown(was)} seperti`
    return [`${asBegin(word)} ${said} yang dicatat ${eventName(by)}.`]
  })
}

/** A word at the beginning of a sentence. */
export const asBegin = (word: string): string => `${word[0]!.toUpperCase()}${word.slice(1)}`

export const eventName = ({ seq, type }: Recorded['by']): string => `peristiwa nomor ${seq} (${type})`

/** A value as findings show it. */
export const shown = (value: unknown): string => {
  if (value === null) return 'kosong'
  if (typeof value !== 'string') return JSON.stringify(value)
  return `"${statusLabels[value as Status] ?? value}"`
}
