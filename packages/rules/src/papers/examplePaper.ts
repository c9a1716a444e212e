import { buildForm } from '../form/buildForm.ts'
import { frozenSections } from '../form/frozenSections.ts'
import type { Answers, Cell } from '../types/Answers.ts'
import type { Catalogue } from '../types/Catalogue.ts'
import type { Field, Kind, Table } from '../types/Kind.ts'
import type { PeriodKey, RowId, TableId } from '../types/Pointer.ts'
import type { RuleSet } from '../types/RuleSet.ts'
import type { Source } from '../types/Scope.ts'
import type { PaperGiven } from './PaperKind.ts'

/** So many rows of the catalogue are in an example. */
const mostRows = 4

/** What each field of an example says. */
function cellOf(field: Field, nth: number): Cell {
  switch (field.type) {
    case 'number':
      return field.unit === 'Rp' ? String(1_250_000_000 + nth * 250_000_000) : String(80 + nth)
    case 'measure':
      return String(80 + nth)
    case 'choice':
      return field.options[nth % field.options.length]?.id ?? ''
    case 'boolean':
      return nth % 2 === 0
    case 'date':
      return '2026-01-12'
    case 'prose':
      return 'Contoh uraian yang ditulis perangkat daerah.'
    default:
      return typeof field.label === 'string' ? `Contoh ${field.label.toLowerCase()} ${nth + 1}` : `Contoh ${nth + 1}`
  }
}

interface Row {
  id: RowId
  parent: RowId | null
}
const idOf = (n: number): RowId => `0199f5a0-0000-7000-8000-${String(n).padStart(12, '0')}`
const listOf = <T>(one: T | readonly T[] | undefined): readonly T[] =>
  one === undefined ? [] : Array.isArray(one) ? (one as readonly T[]) : [one as T]

/** Two rows of a table without a catalogue, under each row that it belongs to. */
function madeRows({ rows }: Table, known: ReadonlyMap<TableId, Row[]>, next: () => RowId): Row[] {
  const of = 'of' in rows ? listOf<TableId>(rows.of as TableId | TableId[] | undefined) : []
  const parents: (RowId | null)[] =
    of.length === 0 ? [null] : of.flatMap(table => (known.get(table) ?? []).map(({ id }) => id))
  return parents.flatMap(parent => [0, 1].map(() => ({ id: next(), parent })))
}

/** The rows of every table of an example, those above first. */
function exampleRows(kind: Kind, catalogue: Catalogue): Map<TableId, Row[]> {
  const known = new Map<TableId, Row[]>()
  let last = 0
  const next = () => idOf(++last)
  for (const [id, table] of Object.entries(kind.tables)) {
    const { rows } = table
    if (rows.from === 'each') known.set(id, known.get(rows.of) ?? [])
    else if (rows.from !== 'catalogue') known.set(id, madeRows(table, known, next))
    else {
      const parents = rows.of === undefined ? null : new Set(known.get(rows.of)?.map(one => one.id))
      const own = catalogue.rows.filter(row => row.table === id && (parents === null || parents.has(row.parent ?? '')))
      const some = parents === null && table.section !== 'group' ? own.slice(0, mostRows) : own.slice(0, 3 * mostRows)
      known.set(
        id,
        some.map(row => ({ id: row.id, parent: row.parent ?? null })),
      )
    }
  }
  return known
}

/** What a form of this kind would read from its sources. */
function exampleSources(kind: Kind, period: PeriodKey, known: Map<TableId, Row[]>): Record<string, Source> {
  const sources = Object.keys(kind.sources(period)).map((name): [string, Source] => {
    const own = Object.entries(kind.tables).filter(([, { rows }]) => rows.from === 'source' && rows.source === name)
    const tables = own.map(([id, { rows, title }]) => ({
      table: rows.from === 'source' ? rows.table : id,
      rows: (known.get(id) ?? []).map((row, nth) => ({ ...row, label: `${title} ${nth + 1}` })),
    }))
    return [
      name,
      {
        status: 'approved',
        rows: Object.fromEntries(tables.map(({ table, rows }) => [table, rows])),
        answers: Object.fromEntries(
          tables.map(({ table, rows }) => [
            table,
            Object.fromEntries(
              rows.map(({ id, parent, label }) => [
                id,
                {
                  ...(parent && { $parent: parent }),
                  name: label,
                  agreed: true,
                  target: '80',
                  budget: '1250000000',
                  unit: '%',
                  direction: 'higher',
                  renstra5: '100',
                },
              ]),
            ),
          ]),
        ),
      },
    ]
  })
  // what no table of the form shows has nothing to say in an example
  return Object.fromEntries(sources.filter(([, { rows }]) => Object.keys(rows).length > 0))
}

/** A report with invented answers, to look at a template by. */
export function examplePaper(
  kind: Kind,
  catalogue: Catalogue,
  rules: RuleSet,
): Pick<PaperGiven, 'title' | 'period' | 'number' | 'sections' | 'figures'> {
  const period = kind.period === 'quarter' ? '2026-TW4' : '2026'
  const known = exampleRows(kind, catalogue)
  const answers: Answers = {}
  for (const [id, table] of Object.entries(kind.tables)) {
    answers[id] = Object.fromEntries(
      (known.get(id) ?? []).map(({ id: row, parent }, nth) => [
        row,
        {
          ...(table.rows.from === 'items' && {
            $position: `a${String(nth).padStart(3, '0')}V`,
            ...(parent && { $parent: parent }),
          }),
          ...Object.fromEntries(Object.entries(table.fields).map(([field, spec]) => [field, cellOf(spec, nth)])),
        },
      ]),
    )
  }
  const form = buildForm(kind, catalogue, rules, {
    office: { id: idOf(0), name: 'Dinas Contoh' },
    period,
    number: 1,
    rows: [...known.values()].flat().map(({ id }) => id),
    plan: { from: 2025, to: 2030 },
    sources: exampleSources(kind, period, known),
  })
  const { figures } = form.evaluate(answers)
  return { title: kind.title, period, number: 1, sections: frozenSections(form, answers), figures }
}
