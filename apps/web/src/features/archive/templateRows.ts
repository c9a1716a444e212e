import { headings } from '@sepakat/documents/spreadsheet/readColumns.ts'
import type { Catalogue, Kind, PeriodKey } from '@sepakat/rules'
import { archivePlaces } from '@sepakat/rules/archive/archivePlaces.ts'
import { buildForm } from '@sepakat/rules/form/buildForm.ts'
import { defaultRuleSet } from '@sepakat/rules/rule-sets/defaultRuleSet.ts'
import { archiveColumns } from './archiveLines.ts'

export interface TemplateAsk {
  kind: Kind
  catalogue: Catalogue
  period: PeriodKey
  /** The name of the office that owns a root row; '' for none. */
  ownerOf: (row: string) => string
}

/** Template rows: a line for each value of the catalogue's rows in that period, with the owning office. Remarks are left out. */
export function templateRows({ kind, catalogue, period, ownerOf }: TemplateAsk): string[][] {
  const plan = { from: 0, to: 0 }
  const scope = { office: { id: '', name: '' }, period, rows: '*', plan, sources: {} } as const
  const places = archivePlaces(buildForm(kind, catalogue, defaultRuleSet, scope))
  const asked = places.filter(
    ({ row, spec }) => kind.tables[row.table]?.rows.from === 'catalogue' && spec.type !== 'text' && !spec.before,
  )
  return [
    headings(archiveColumns),
    ...asked.map(({ row, field }) => [
      ownerOf(row.parent ?? row.id),
      kind.form,
      period,
      row.code || row.id,
      row.fields[field] ?? field,
      '',
    ]),
  ]
}
