import type { CatalogueHead } from '@sepakat/db'
import {
  type CatalogueRow,
  type Conflict,
  type FormId,
  type Group,
  inputNames,
  isVerified,
  kinds,
  rowChanges,
  type Table,
} from '@sepakat/rules'

/** Undefined where the form has no kind yet: then it is not known what will have an effect. */
export const tableOf = (form: string, { table }: CatalogueRow): Table | undefined =>
  kinds[form as FormId]?.tables[table]

export const catalogueView = ({ publishedAt, proposal, ...head }: CatalogueHead) => ({
  ...head,
  publishedAt: publishedAt.toISOString(),
  proposal: proposal && { ...proposal, arrivedAt: new Date(proposal.arrivedAt).toISOString() },
})

export const rowView = (form: string, row: CatalogueRow, owner: string, groups: Group[]) => ({
  form,
  id: row.id,
  table: row.table,
  parent: row.parent ?? null,
  group: groups.find(g => g.id === row.group)?.label ?? null,
  code: row.code,
  codeOfficial: row.codeOfficial,
  label: row.label,
  unit: row.unit,
  direction: row.direction,
  formula: row.formula ? { ...row.formula } : null,
  ownRule: tableOf(form, row)?.ownRule === true,
  inputNames: inputNames(tableOf(form, row), row),
  attrs: { ...row.attrs },
  bounds: row.bounds ?? null,
  help: row.help ?? '',
  legal: row.legal ?? '',
  warning: row.warning ?? '',
  confidence: row.confidence,
  verified: isVerified(row.confidence),
  source: row.source ?? '',
  note: row.note ?? '',
  from: row.from,
  to: row.to,
  owner,
})

/** A row that the region and the release changed differently: each difference with both words. */
export const conflictView = ({ row, published, shipped }: Conflict) => ({
  row,
  code: published.at(-1)?.code ?? '',
  label: published.at(-1)?.label ?? '',
  differences: rowChanges(published, shipped).map(({ from, field, before, after }) => ({
    from,
    field,
    published: before,
    shipped: after,
  })),
})
