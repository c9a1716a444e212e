import type { NoteStatus } from '@sepakat/rules/workflow/recordStatuses.ts'
import type { PlacedRow } from './placedRows.ts'
import type { Sheet } from './sheet.ts'

/** What to look at in a row. */
export interface Marks {
  changed: boolean
  /** A declared state without a tick. */
  unticked: boolean
  /** Unresolved notes. */
  notes: number
  /** Findings with an explanation, and notices. */
  findings: number
}
export interface Noted {
  status: NoteStatus
}

/** `ticked`: null where no ticks are needed. */
export const marksOf = (
  sheet: Sheet,
  row: PlacedRow,
  ticked: ReadonlySet<string> | null,
  notes: ReadonlyMap<string, readonly Noted[]>,
): Marks => ({
  changed: sheet.changes.rows.has(row.anchor),
  unticked: ticked !== null && needsTick(sheet, row) && !ticked.has(row.anchor),
  notes: (notes.get(row.anchor) ?? []).filter(note => note.status !== 'resolved').length,
  findings: (sheet.findings.get(row.anchor) ?? []).filter(finding => finding.level !== 'empty').length,
})

export const isMarked = ({ changed, unticked, notes, findings }: Marks): boolean =>
  changed || unticked || notes > 0 || findings > 0

/** A declared state is accepted by its tick; what the form no longer has counts nowhere and needs none. */
export const needsTick = (sheet: Sheet, { state, anchor }: PlacedRow): boolean =>
  state !== null && !sheet.findings.get(anchor)?.some(finding => finding.code === 'not-in-form')

export interface SectionMarks {
  changed: number
  unticked: number
  notes: number
  findings: number
  /** The rows to look at, in order. */
  rows: { row: PlacedRow; marks: Marks }[]
}

/** The same by section, for the index. Removed rows count as changed. */
export function sectionMarks(
  sheet: Sheet,
  ticked: ReadonlySet<string> | null,
  notes: ReadonlyMap<string, readonly Noted[]>,
): Map<string, SectionMarks> {
  const sections = new Map<string, SectionMarks>(
    sheet.body.sections.map(({ id }) => [id, { changed: 0, unticked: 0, notes: 0, findings: 0, rows: [] }]),
  )
  for (const row of sheet.rows) {
    const sum = sections.get(row.section)
    const marks = marksOf(sheet, row, ticked, notes)
    if (!sum || !isMarked(marks)) continue
    sum.changed += marks.changed ? 1 : 0
    sum.unticked += marks.unticked ? 1 : 0
    sum.notes += marks.notes
    sum.findings += marks.findings
    sum.rows.push({ row, marks })
  }
  for (const { section } of sheet.changes.removed) {
    const sum = sections.get(section)
    if (sum) sum.changed += 1
  }
  return sections
}
