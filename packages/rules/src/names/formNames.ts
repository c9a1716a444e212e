// Labels of the places of a form, for derivations, findings, histories and diffs. Works on a built form and on a
// frozen one.

import { allowedOf } from '../fields/allowedOf.ts'
import { fieldTypeOf } from '../fields/fieldTypeOf.ts'
import { kinds } from '../kinds/index.ts'
import { periodTitle } from '../periods/period.ts'
import { fieldOf } from '../saving/kindShape.ts'
import { scaleLabel } from '../scales/scaleLabel.ts'
import type { Cell } from '../types/Answers.ts'
import type { Figure } from '../types/Figure.ts'
import type { Field, Kind } from '../types/Kind.ts'
import type { Option } from '../types/Option.ts'
import type { FieldId, RowId, TableId } from '../types/Pointer.ts'
import type { RuleSet } from '../types/RuleSet.ts'
import type { Scope } from '../types/Scope.ts'
import { whyWords } from '../words/figureText.ts'
import { shownCell } from '../words/shownCell.ts'
import { markOf } from '../words/sourceWords.ts'

export interface NamedRow {
  table: TableId
  id: RowId
  label: string
  code?: string
  fields: Record<FieldId, string>
  blocks: NamedBlock[]
}
interface NamedBlock {
  table: TableId
  title: string
  rows: NamedRow[]
}
export interface NamedSection {
  id: string
  title: string
  blocks: NamedBlock[]
}

export interface FormNames {
  row(table: TableId, row: RowId): NamedRow | undefined
  /** The first row with this id, in the order of the form: figures name rows by id alone. */
  rowById(row: RowId): NamedRow | undefined
  rowLabel(table: TableId, row: RowId): string
  fieldLabel(table: TableId, row: RowId, field: FieldId): string
  figureLabel(code: string): string
  /** A cell for display: rows it names by their labels, steps of a scale by theirs; '' for none. */
  cell(table: TableId, row: RowId, field: FieldId, cell: Cell | null | undefined): string
  sectionTitle(id: string): string
  /** `Ibu hamil · Terlayani s.d. Triwulan III` of any pointer or prefix of one. */
  anchor(at: string): string
  /** The same of an address in a derivation: a pointer, `<source>:<pointer>`, `figure:<code>/<row>`, `section:<id>`. */
  input(at: string): string
  /** Why a figure has no value, by what it lacks: `belum dapat dihitung (Triwulan II belum ada)`. */
  why(figure: Pick<Figure, 'why' | 'derivation'>): string
}

/** The kind's labels when a revision was frozen: a later release renames nothing that was approved. */
export interface FrozenWords {
  figures: Record<string, string>
  tables: Record<TableId, string>
  /** Of choices, by `table/field`. */
  options: Record<string, Option[]>
  /** Steps of the scales of its rule set; absent in older revisions. */
  ordinals?: RuleSet['ordinals']
}

export const frozenWords = (
  { figures, tables }: Pick<Kind, 'figures' | 'tables'>,
  { ordinals }: Pick<RuleSet, 'ordinals'>,
): FrozenWords => ({
  ordinals,
  figures: Object.fromEntries(Object.entries(figures).map(([code, { label }]) => [code, label])),
  tables: Object.fromEntries(Object.entries(tables).map(([table, { title }]) => [table, title])),
  options: Object.fromEntries(
    Object.entries(tables).flatMap(([table, { fields }]) =>
      Object.entries(fields).flatMap(([field, spec]) =>
        'options' in spec ? [[`${table}/${field}`, spec.options.map(({ id, label }) => ({ id, label }))]] : [],
      ),
    ),
  ),
})

/** The words of a field where no row says otherwise. */
export const generalLabel = (field: Field, scope: Scope): string =>
  typeof field.label === 'string' ? field.label : field.label(scope)

/** `Perjanjian Kinerja (Tahun 2026)`: the label of a source. */
export function sourceTitle(kind: Kind, scope: Pick<Scope, 'period'>, name: string): string {
  const source = kind.sources(scope.period)[name]
  if (!source) return name
  const title = source.form === kind.form ? '' : (kinds[source.form]?.title ?? source.form)
  return title ? `${title} (${periodTitle(source.period)})` : periodTitle(source.period)
}

/** The steps of the row's scale; null where it is measured in numbers. */
export type StepsAt = (row: { table: TableId; id: RowId }) => readonly Option[] | null

export function formNames(
  sections: NamedSection[],
  kind: Kind,
  scope: Scope,
  stepsAt: StepsAt = () => null,
  frozen?: FrozenWords | undefined,
): FormNames {
  const rows = new Map<string, NamedRow>()
  const ids = new Map<RowId, NamedRow>()
  const walk = (blocks: NamedBlock[]): void => {
    for (const row of blocks.flatMap(block => block.rows)) {
      rows.set(`${row.table}/${row.id}`, row)
      if (!ids.has(row.id)) ids.set(row.id, row)
      walk(row.blocks)
    }
  }
  walk(sections.flatMap(section => section.blocks))

  const tableTitle = (table: TableId) => frozen?.tables[table] ?? kind.tables[table]?.title ?? table
  const labelOf = (code: string) => frozen?.figures[code] ?? kind.figures[code]?.label
  const fromSources = (table: TableId, row: RowId) =>
    Object.values(scope.sources)
      .flatMap(source => source.rows[table] ?? [])
      .find(one => one.id === row)?.label
  const rowLabel = (table: TableId, row: RowId) =>
    rows.get(`${table}/${row}`)?.label ?? fromSources(table, row) ?? tableTitle(table)
  function fieldLabel(table: TableId, row: RowId, field: FieldId): string {
    const own = rows.get(`${table}/${row}`)?.fields[field]
    if (own !== undefined) return own
    const spec = kind.tables[table]?.fields[field] ?? coreField(kind, table, field)
    return spec ? generalLabel(spec, scope) : field
  }
  function cell(table: TableId, row: RowId, field: FieldId, value: Cell | null | undefined): string {
    const spec = kind.tables[table]?.fields[field] ?? coreField(kind, table, field) ?? unknownField
    const { rowsOf } = fieldTypeOf(spec).chosenFrom(spec)
    if (rowsOf !== undefined && typeof value === 'string') return rowLabel(rowsOf, value)
    const options = frozen?.options[`${table}/${field}`]
    if ('options' in spec && options) return shownCell({ ...spec, options }, value ?? undefined)
    if (spec.type === 'text' && typeof value === 'string') return scaleLabel(value)
    return shownCell(spec, value ?? undefined, allowedOf(spec, { steps: () => stepsAt({ table, id: row }) }))
  }
  function anchor(at: string): string {
    const [, table = '', row, field] = at.split('/')
    if (table === '') return 'Seluruh formulir'
    if (row === undefined) return tableTitle(table)
    const label = rowLabel(table, row)
    return field === undefined ? label : `${label} · ${fieldLabel(table, row, field)}`
  }
  function input(at: string): string {
    if (at.startsWith('/')) return anchor(at)
    const colon = at.indexOf(':')
    const [head, rest] = [at.slice(0, colon), at.slice(colon + 1)]
    if (head === 'constant') return rest
    if (head === 'section') return sections.find(section => section.id === rest)?.title ?? rest
    return head === 'figure' ? figureOf(kind, rest) : inSource(head, rest)
  }
  function figureOf(of: Kind | undefined, at: string): string {
    const slash = at.indexOf('/')
    const row = at.slice(slash + 1)
    const code = at.slice(0, slash)
    const label = (of === kind ? labelOf(code) : of?.figures[code]?.label) ?? at
    return row === '' ? label : `${ids.get(row)?.label ?? row} · ${label}`
  }
  function inSource(name: string, at: string): string {
    const form = kind.sources(scope.period)[name]?.form
    const other = form === undefined ? undefined : kinds[form]
    const title = `${sourceTitle(kind, scope, name)}${markOf(scope.sources[name]?.status)}`
    if (at.startsWith('figure:')) return `${figureOf(other, at.slice('figure:'.length))} · ${title}`
    const [, table = '', row = '', field = ''] = at.split('/')
    const spec = other?.tables[table]?.fields[field]
    const own = other === kind ? rows.get(`${table}/${row}`)?.fields[field] : undefined
    const words = [rowLabel(table, row), own ?? (spec ? generalLabel(spec, scope) : field)].join(' · ')
    return `${words} · ${title}`
  }

  /** The sources that a figure lacks, where it lacks nothing else. */
  function lackingSources({ inputs }: Figure['derivation']): string[] {
    const lacking = inputs.filter(({ value, state }) => value === null && (state === 'empty' || state === 'unread'))
    const names = lacking.map(({ at }) => (at.startsWith('/') ? '' : at.slice(0, at.indexOf(':'))))
    return names.every(name => name in kind.sources(scope.period)) ? [...new Set(names)] : []
  }
  function why({ why: reason, derivation }: Pick<Figure, 'why' | 'derivation'>): string {
    const lacking = reason === 'empty' || reason === 'unread' ? lackingSources(derivation) : []
    if (lacking.length === 0) return whyWords(reason)
    const year = ` ${scope.period.slice(0, 4)}`
    const said = lacking.map(name => {
      const title = sourceTitle(kind, scope, name).replace(new RegExp(`^(Triwulan [IV]+)${year}$`), '$1')
      // text in parentheses contains none itself
      return `${title.replaceAll(/[()]/g, '')} ${scope.sources[name] ? 'belum lengkap' : 'belum ada'}`
    })
    return `belum dapat dihitung (${said.join(', ')})`
  }

  return {
    row: (table, row) => rows.get(`${table}/${row}`),
    rowById: row => ids.get(row),
    rowLabel,
    fieldLabel,
    figureLabel: code => labelOf(code) ?? code,
    cell,
    sectionTitle: id => sections.find(section => section.id === id)?.title ?? id,
    anchor,
    input,
    why,
  }
}

/** Of a field this application does not know. */
export const unknownField: Field = { label: '', type: 'text' }

const coreField = (kind: Kind, table: TableId, field: FieldId): Field | undefined =>
  fieldOf(kind, table, field, 'fixed') ?? fieldOf(kind, table, field, 'head') ?? fieldOf(kind, table, field, 'item')
