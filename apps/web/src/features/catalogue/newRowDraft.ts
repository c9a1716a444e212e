import type { NewRow } from '@sepakat/rules/catalogue/addedRow.ts'
import { rowFaults } from '@sepakat/rules/catalogue/rowFaults.ts'
import type { Catalogue, CatalogueRow, FormulaKind } from '@sepakat/rules/types/Catalogue.ts'
import type { Kind, Table } from '@sepakat/rules/types/Kind.ts'
import type { Errors } from '#administration/useContractForm.ts'
import { boundsBody, typedDecimal } from './boundsDraft.ts'
import { type CorrectionDraft, draftOf, formulaBody, formulaUnread, withKind } from './correctionDraft.ts'

/** A row before it is published, as text: its contents and its place. */
export interface NewRowDraft {
  row: CorrectionDraft
  table: string
  parent: string
  group: string
  attrs: Record<string, string>
}

const blank = {
  label: '',
  code: '',
  unit: null,
  direction: null,
  formula: null,
  attrs: {},
  bounds: null,
  help: '',
  legal: '',
  warning: '',
  confidence: 'memory',
  source: '',
  note: '',
} as const

/** A draft in a table of the kind: the formula is set where there is only one kind. */
export function inTable(kind: Kind, draft: NewRowDraft, table: string): NewRowDraft {
  const ways = Object.keys(kind.tables[table]?.formulas ?? {}) as FormulaKind[]
  const only = ways.length === 1 ? ways[0]! : ''
  const row = withKind(draft.row, only, kind.tables[table]?.formulas?.[only as FormulaKind])
  return { ...draft, row, table, parent: '', group: '', attrs: {} }
}

/** An empty draft, or one like an existing row: that row's place and measure, not its text. */
export function newRowDraft(kind: Kind, year: number, like: CatalogueRow | undefined, tables: string[]): NewRowDraft {
  const row = { ...draftOf({ ...blank, from: year, to: null, attrs: {} }, year), fromYear: String(year) }
  const draft = { row, table: '', parent: '', group: '', attrs: {} }
  if (!like) return tables.length === 1 ? inTable(kind, draft, tables[0]!) : draft
  const placed = inTable(kind, draft, like.table)
  const { unit, direction, legal = '', attrs = {}, parent = '', group = '' } = like
  return {
    ...placed,
    row: { ...placed.row, unit: unit ?? '', direction: direction ?? '', legal },
    parent,
    group,
    attrs: { ...attrs },
  }
}

/** An attribute as published: the chosen option, or a number in exact form. */
const attrValue = ({ attrs }: Table, name: string, typed: string): string => {
  const { choices, decimal } = attrs?.[name] ?? { label: '' }
  const choice = choices?.find(({ label }) => label.toLowerCase() === typed.trim().toLowerCase())
  if (choice) return choice.id
  return (decimal && typedDecimal(typed)) || typed.trim()
}

/** The row as the API takes it. */
export function newRow(kind: Kind, draft: NewRowDraft): NewRow {
  const { row, table, parent, group } = draft
  const known = kind.tables[table]
  const attrs = Object.entries(draft.attrs).flatMap(([name, typed]) =>
    known && typed.trim() ? [[name, attrValue(known, name, typed)] as const] : [],
  )
  const texts = Object.entries({
    help: row.help,
    legal: row.legal,
    warning: row.warning,
    source: row.source,
    note: row.note,
  })
  const formula = formulaBody(row)
  const bounds = boundsBody(row.bounds)
  return {
    table,
    ...(parent && { parent }),
    ...(group && { group }),
    code: row.code.trim(),
    codeOfficial: false,
    label: row.label.trim(),
    unit: row.unit.trim() || null,
    direction: row.direction || null,
    ...(formula && { formula }),
    ...(attrs.length > 0 && { attrs: Object.fromEntries(attrs) }),
    ...(bounds && { bounds }),
    ...Object.fromEntries(texts.flatMap(([field, typed]) => (typed.trim() ? [[field, typed.trim()]] : []))),
    confidence: row.confidence,
    from: Number(row.fromYear),
    to: null,
  }
}

/** What the kind's own rules say of the row, and what cannot be read, by the API's field names. */
export function newRowFaults(kind: Kind, catalogue: Catalogue, draft: NewRowDraft): Errors {
  const { row, table } = draft
  if (!table) return {}
  return {
    ...Object.fromEntries(
      rowFaults(kind, catalogue, newRow(kind, draft)).map(({ field, message }) => [`add.${field}`, message]),
    ),
    ...formulaUnread(row, 'add'),
  }
}
