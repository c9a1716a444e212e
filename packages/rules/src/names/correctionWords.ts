import type { Cell } from '../types/Answers.ts'
import { emptyWords } from '../words/textOf.ts'
import type { FormNames } from './formNames.ts'

/** What a revision corrects, as in the API. */
export interface ToldCorrection {
  of: number
  reason: string
  by: { name: string; title: string }
  at: string
  anchors: readonly string[] | null
}
export interface ToldCorrected {
  at: string
  op: string
  from: Cell | null
  to: Cell | null
  by: { name: string }
  changedAt: string
}

/** Heading of a correction, on screen and on paper. */
export const correctionTitle = 'Koreksi atas pemeriksaan'

/** Trims trailing full stops and blanks. Not by a pattern, which would search on from every blank within. */
function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && /[.\s]/.test(text[end - 1] ?? '')) end -= 1
  return text.slice(0, end)
}

/** Which revision is corrected, who reopened it, when, why, and its scope. */
export function correctionWords(
  { of, reason, by, at, anchors }: ToldCorrection,
  place: (anchor: string) => string,
  long: (instant: string) => string,
): string {
  const who = [by.name, by.title].filter(Boolean).join(', ')
  const opened = anchors ? anchors.map(place).join(', ') : 'semua isian'
  const why = withoutEnd(reason)
  return `Mengoreksi kiriman ke-${of}, yang dibuka kembali oleh ${who} pada ${long(at)}. Alasan: ${why}. Yang dibuka: ${opened}.`
}

const rowWords: Record<string, string> = { add: 'baris ditambahkan', remove: 'baris dihapus' }

/** One corrected answer: where, from what and to what. An added or removed row says so. */
export function correctedWords({ at, op, from, to }: ToldCorrected, names: FormNames) {
  const [, table = '', row = '', field] = at.split('/')
  const where = names.anchor(at)
  if (field === undefined) return { where, was: '', is: rowWords[op] ?? op }
  const text = (cell: Cell | null) => names.cell(table, row, field, cell) || emptyWords(field)
  return { where, was: text(from), is: text(to) }
}
