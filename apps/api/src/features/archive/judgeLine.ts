import {
  type ArchivePlace,
  type assemble,
  type Cell,
  type Decimal,
  type PlaceFinder,
  type Pointer,
  parsePointer,
  periodTitle,
  readArchiveValue,
  sameCell,
  shownCell,
} from '@sepakat/rules'
import type { ArchiveTarget, LineAddress } from './targetReader.ts'

/** One value of a spreadsheet, as written there. */
export interface ArchiveLine extends LineAddress {
  row: string
  field: string
  value: string
}

/** What becomes of a line; in its own words where it could not be read. */
export interface JudgedLine extends ArchiveLine {
  result: 'new' | 'changed' | 'same' | 'wrong'
  /** The current value, which would be replaced. */
  was: string | null
  fault: string | null
  /** What was made of a value that is not plain. */
  note: string | null
  /** Where a number can be read in two ways. */
  readings: [Decimal, Decimal] | null
}

/** The values that one report from before the system would get. */
export interface ArchiveReport extends ArchiveTarget {
  /** Null where nothing was brought in before. */
  submission: string | null
  cells: { pointer: Pointer; from: Cell | null; to: Cell }[]
}

/** A report while its lines are judged. */
export interface JudgedReport extends ArchiveReport {
  find: PlaceFinder | null
  own: boolean
  answers: ReturnType<typeof assemble>
  seen: Map<Pointer, number>
}

export const wrong = (line: ArchiveLine, fault: string, readings: JudgedLine['readings'] = null): JudgedLine => ({
  ...line,
  result: 'wrong',
  was: null,
  note: null,
  fault,
  readings,
})

/** What a line would change in its report, whose cells it joins, or what is wrong with it. */
export const judgeLine = (report: JudgedReport, line: ArchiveLine, at: number): JudgedLine => {
  if (report.own) return wrong(line, 'Perangkat daerah ini mempunyai laporannya sendiri untuk periode ini.')
  const places = report.find?.(line.row, line.field) ?? []
  const [place, ...more] = places
  if (!place)
    return wrong(
      line,
      `Baris “${line.row}” dengan isian “${line.field}” tidak ada pada formulir ${periodTitle(report.period)}.`,
    )
  if (more.length > 0)
    return wrong(
      line,
      `Baris “${line.row}” dan isian “${line.field}” ada ${places.length} kali pada formulir ini. Tulis id barisnya.`,
    )
  const { pointer } = place
  const first = report.seen.get(pointer)
  if (first !== undefined) return wrong(line, `Nilai ini sudah disebut pada baris ke-${first + 1}.`)
  const read = readArchiveValue(place, line.value)
  if ('fault' in read) return wrong(line, read.fault, read.readings ?? null)
  report.seen.set(pointer, at)
  const { table, row, field } = parsePointer(pointer)!
  const from = report.answers[table]?.[row]?.[field] ?? null
  const same = sameCell(from, read.cell)
  if (!same) report.cells.push({ pointer, from, to: read.cell })
  return {
    ...named(report, place),
    value: shown(place, read.cell),
    result: same ? 'same' : from === null ? 'new' : 'changed',
    was: from === null ? null : shown(place, from),
    fault: null,
    note: read.note ?? null,
    readings: null,
  }
}

/** By the words of the form, so that a slip of the spreadsheet is seen. */
const named = ({ office, kind, period }: ArchiveTarget, { row, field }: ArchivePlace): Omit<ArchiveLine, 'value'> => ({
  office: office.name,
  form: kind.title,
  period: periodTitle(period),
  row: `${row.code ?? ''} ${row.label}`.trim(),
  field: row.fields[field] ?? field,
})

const shown = ({ spec, steps }: ArchivePlace, cell: Cell): string => shownCell(spec, cell, { steps })
