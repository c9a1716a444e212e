import {
  type ArchivePlace,
  assemble,
  type Cell,
  type Decimal,
  type FormId,
  type PeriodKey,
  type PlaceFinder,
  type Pointer,
  parsePointer,
  periodTitle,
  readArchiveValue,
  sameCell,
  shownCell,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { loadRows } from '../submissions/answer-rows.ts'
import type { Asker } from '../submissions/asker.ts'
import { type ArchiveTarget, type LineAddress, placesOf, targetReader } from './archive-targets.ts'

/** One value of a spreadsheet, as its words stand there. */
export interface ArchiveLine extends LineAddress {
  row: string
  field: string
  value: string
}

/** What becomes of a line; in its own words where it could not be read. */
export interface JudgedLine extends ArchiveLine {
  result: 'new' | 'changed' | 'same' | 'wrong'
  /** What stands there now and would be replaced. */
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

interface Known extends ArchiveReport {
  find: PlaceFinder | null
  own: boolean
  answers: ReturnType<typeof assemble>
  seen: Map<Pointer, number>
}

/** Judges every line of a spreadsheet: what it would change, or what is wrong with it. Writes nothing. */
export const judgeArchive = async (
  tx: Queryable,
  { lines, asker }: { lines: ArchiveLine[]; asker: Asker },
): Promise<{ lines: JudgedLine[]; reports: ArchiveReport[] }> => {
  const read = await targetReader(tx, asker)
  const reports = new Map<string, Known>()
  const judged: JudgedLine[] = []
  for (const [at, line] of lines.entries()) {
    const target = read(line)
    if ('fault' in target) judged.push(wrong(line, target.fault))
    else {
      const key = `${target.office.id} ${target.kind.form} ${target.period}`
      const report = reports.get(key) ?? (await loadReport(tx, target, reports))
      reports.set(key, report)
      judged.push(judgeLine(report, line, at))
    }
  }
  return { lines: judged, reports: [...reports.values()].filter(({ cells }) => cells.length > 0) }
}

const wrong = (line: ArchiveLine, fault: string, readings: JudgedLine['readings'] = null): JudgedLine => ({
  ...line,
  result: 'wrong',
  was: null,
  note: null,
  fault,
  readings,
})

const loadReport = async (tx: Queryable, target: ArchiveTarget, others: Map<string, Known>): Promise<Known> => {
  const { office, kind, period } = target
  const same = [...others.values()].find(one => one.kind === kind && one.period === period)
  const there = await tx.query<{ id: string; archive: boolean }>(
    'archive-there',
    `SELECT id, origin = 'archive' AS archive FROM submission WHERE office_id = $1 AND form = $2 AND period = $3`,
    [office.id, kind.form satisfies FormId, period satisfies PeriodKey],
  )
  const submission = there.find(({ archive }) => archive)?.id ?? null
  return {
    ...target,
    submission,
    cells: [],
    find: same ? same.find : await placesOf(tx, kind.form, period),
    own: there.some(({ archive }) => !archive),
    answers: submission === null ? {} : assemble(await loadRows(tx, submission), kind),
    seen: new Map(),
  }
}

const judgeLine = (report: Known, line: ArchiveLine, at: number): JudgedLine => {
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
