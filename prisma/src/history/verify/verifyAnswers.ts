import { canonicalJson, type RowRecord, rowPointerOf, type StoredCell, type StoredRow } from '@sepakat/rules'
import { type ReplayedChange, replayAnswers } from './replayAnswers.ts'
import type { Tampering } from './tampering.ts'

/** A report with its stored rows and all its changes in order. */
export interface StoredAnswers {
  submission: string
  version: number
  rows: readonly RowRecord[]
  changes: readonly ReplayedChange[]
}

/** Stored answers against what the accepted changes leave, and whether all changes are there. Pure. */
export const verifyAnswers = ({ submission, version, rows, changes }: StoredAnswers): Tampering[] => {
  const found: Tampering[] = []
  const numbers = new Set(changes.map(({ seq }) => seq))
  const missing = Array.from({ length: version }, (_, i) => i + 1).filter(n => !numbers.has(n))
  const last = changes.at(-1)
  const where = `laporan ${submission}`
  if (missing.length > 0 || (last && last.seq > version))
    found.push({
      code: missing.length > 0 ? 'change-missing' : 'change-changed',
      where,
      message:
        missing.length > 0
          ? `Perubahan isian nomor ${missing.join(', ')} tidak ada lagi.`
          : `Perubahan isian sampai nomor ${last?.seq}, tetapi laporan mengenal ${version}.`,
      at: last?.at ?? null,
    })
  const replayed = replayAnswers(changes)
  for (const row of rows) {
    const name = rowPointerOf(row.table, row.row)
    found.push(...verifyRow(where, name, row.fields, replayed.get(name) ?? {}))
    replayed.delete(name)
  }
  for (const [name, fields] of replayed) found.push(...verifyRow(where, name, {}, fields))
  return found
}

const verifyRow = (where: string, name: string, now: StoredRow, known: StoredRow): Tampering[] =>
  [...new Set([...Object.keys(now), ...Object.keys(known)])].flatMap((field): Tampering[] => {
    const [is, was] = [now[field], known[field]]
    if (canonicalJson(is ?? null) === canonicalJson(was ?? null)) return []
    const message = !was
      ? `Isian ${shown(is)} tidak berasal dari perubahan yang tercatat.`
      : is && canonicalJson(is.v) === canonicalJson(was.v)
        ? `Siapa, kapan, atau nomor perubahan isian ini tidak sama dengan perubahan nomor ${was.rev}.`
        : `Isian sekarang ${shown(is)}, bukan ${shown(was)} seperti menurut perubahan nomor ${was.rev}.`
    return [{ code: 'answer-changed', where: `${where}, isian ${name}/${field}`, message, at: was?.at ?? null }]
  })

const shown = (cell: StoredCell | undefined | null): string => (cell ? JSON.stringify(cell.v) : 'tidak ada')
