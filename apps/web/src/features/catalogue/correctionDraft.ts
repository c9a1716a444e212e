import { formatNumber } from '@sepakat/rules/numbers/formatNumber.ts'
import type { Bounds, Confidence, FormulaKind, RowFormula } from '@sepakat/rules/types/Catalogue.ts'
import type { FieldId } from '@sepakat/rules/types/Pointer.ts'
import type { Errors } from '#administration/useContractForm.ts'
import { type BoundsDraft, boundsBody, boundsDraft, boundsUnread, typedDecimal } from './boundsDraft.ts'
import { formulaKinds } from './catalogueWords.ts'
import { type CatalogueRow, type Correction, type CorrectionChange, formulaOf } from './queries.ts'

/** A row while it is being corrected, as text. A formula of kind '' is none. */
export interface CorrectionDraft {
  label: string
  code: string
  unit: string
  direction: '' | 'higher' | 'lower'
  measure: string
  formula: {
    kind: FormulaKind | ''
    inputs: Record<string, string>
    factor: string
    sense: string
    combine: string
    scale: string
  }
  bounds: BoundsDraft
  help: string
  legal: string
  warning: string
  confidence: Confidence
  source: string
  note: string
  owner: string
  fromYear: string
  reason: string
}

type Worded = Pick<
  CatalogueRow,
  | 'label'
  | 'code'
  | 'unit'
  | 'direction'
  | 'attrs'
  | 'formula'
  | 'bounds'
  | 'help'
  | 'legal'
  | 'warning'
  | 'confidence'
  | 'source'
  | 'note'
  | 'from'
  | 'to'
>

export function draftOf(row: Worded, year: number): CorrectionDraft {
  const formula = formulaOf(row)
  return {
    label: row.label,
    code: row.code,
    unit: row.unit ?? '',
    direction: (row.direction ?? '') as CorrectionDraft['direction'],
    measure: row.attrs.measure ?? '',
    formula: {
      kind: formula?.kind ?? '',
      inputs: { ...formula?.inputs },
      factor: formula?.factor ? formatNumber(formula.factor) : '',
      sense: formula?.sense ?? '',
      combine: formula?.combine ?? '',
      scale: formula?.scale ?? '',
    },
    bounds: boundsDraft(row.bounds as Bounds | null),
    help: row.help,
    legal: row.legal,
    warning: row.warning,
    confidence: row.confidence,
    source: row.source,
    note: row.note,
    owner: '',
    fromYear: String(Math.max(row.from, Math.min(year, row.to ?? year))),
    reason: '',
  }
}

/** The inputs after a change of formula kind: typed values stay where the kinds share a field. `asked`: its inputs where a form has its own. */
export function withKind(draft: CorrectionDraft, kind: FormulaKind | '', asked?: readonly FieldId[]): CorrectionDraft {
  const fields = asked ?? (kind === '' ? [] : Object.keys(formulaKinds[kind].inputs))
  const before = draft.formula
  // A form may label its two inputs itself; a kind with as many inputs keeps the labels.
  const keeps = !asked && Object.keys(before.inputs).length === fields.length
  const inputs = keeps ? before.inputs : Object.fromEntries(fields.map(field => [field, before.inputs[field] ?? '']))
  return {
    ...draft,
    formula: {
      kind,
      inputs,
      factor: kind === 'ratio' ? before.factor || '100' : '',
      sense: kind === 'growth' ? before.sense || 'rise' : '',
      combine: kind === 'composite' ? before.combine || 'mean' : '',
      scale: kind === 'category' ? before.scale : '',
    },
  }
}

/** The formula as published, or null for none. */
export function formulaBody({ formula }: CorrectionDraft): RowFormula | null {
  if (formula.kind === '') return null
  const { kind, factor, sense, combine, scale } = formula
  return {
    kind,
    inputs: Object.fromEntries(Object.entries(formula.inputs).map(([field, label]) => [field, label.trim()])),
    ...(factor && { factor: typedDecimal(factor) ?? factor }),
    ...(sense && { sense: sense as RowFormula['sense'] }),
    ...(combine && { combine: combine as RowFormula['combine'] }),
    ...(scale && { scale: scale.trim() }),
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object'
    ? Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, sorted(inner)])
    : value

/** Only the fields that differ, as the API takes them. A formula can be changed, not removed. */
export function changeOf(row: CatalogueRow, draft: CorrectionDraft): CorrectionChange {
  const change: CorrectionChange = {}
  for (const field of ['label', 'code', 'help', 'legal', 'warning', 'source', 'note'] as const) {
    if (draft[field].trim() !== row[field]) change[field] = draft[field].trim()
  }
  if (draft.unit.trim() !== (row.unit ?? '')) change.unit = draft.unit.trim() || null
  if (draft.direction !== (row.direction ?? '')) change.direction = draft.direction || null
  if (draft.confidence !== row.confidence) change.confidence = draft.confidence
  if (draft.measure && draft.measure !== row.attrs.measure) change.measure = draft.measure as 'flow' | 'stock'
  const formula = formulaBody(draft)
  if (formula && !same(formula, formulaOf(row))) change.formula = { ...formula }
  const bounds = boundsBody(draft.bounds)
  if (!same(bounds, row.bounds)) change.bounds = bounds
  return change
}

/** A factor that cannot be read, by the field name in `part` of the request. */
export const formulaUnread = ({ formula: { factor } }: CorrectionDraft, part: string): Errors => ({
  [`${part}.formula.factor`]:
    factor && typedDecimal(factor) === null ? 'Faktor ditulis dengan angka, misalnya 100 atau 12,5.' : undefined,
})

/** As the API takes it. */
export const correctionBody = (row: CatalogueRow, basedOn: number, draft: CorrectionDraft): Correction => ({
  row: row.id,
  fromYear: Number(draft.fromYear),
  basedOn,
  reason: draft.reason,
  change: changeOf(row, draft),
  ...(draft.owner && { owner: draft.owner }),
})

/** What cannot be read, or lies outside the years of this slice, by the API's field names. */
export function correctionUnread(row: CatalogueRow, draft: CorrectionDraft): Errors {
  const year = Number(draft.fromYear)
  const inSlice = year >= row.from && (row.to === null || year <= row.to)
  return {
    ...formulaUnread(draft, 'change'),
    ...boundsUnread(draft.bounds, 'change'),
    fromYear: !/^\d{4}$/.test(draft.fromYear)
      ? 'Tulis tahun dengan empat angka.'
      : inSlice
        ? undefined
        : `Pilih tahun dalam masa berlaku baris ini: ${row.from}${row.to === null ? ' atau sesudahnya' : ` sampai ${row.to}`}.`,
  }
}

/**
 * The draft rebased on a concurrent publication: untouched fields take the new values,
 * edited ones stay.
 */
export function rebased(before: CatalogueRow, after: CatalogueRow, draft: CorrectionDraft): CorrectionDraft {
  const old = draftOf(before, Number(draft.fromYear))
  const now = draftOf(after, Number(draft.fromYear))
  const fields = Object.keys(draft) as (keyof CorrectionDraft)[]
  const kept = fields.filter(field => field === 'fromYear' || !same(draft[field], old[field]))
  return { ...now, ...Object.fromEntries(kept.map(field => [field, draft[field]])) }
}
