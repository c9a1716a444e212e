import { rowsOf } from '@sepakat/rules/catalogue/rowsOf.ts'
import type { Catalogue } from '@sepakat/rules/types/Catalogue.ts'
import type { Kind } from '@sepakat/rules/types/Kind.ts'
import { Combobox } from '#ui/Combobox.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { inTable, type NewRowDraft } from './newRowDraft.ts'

/** The tables of a form whose rows come from its catalogue. */
export const catalogueTables = ({ tables }: Kind): string[] =>
  Object.keys(tables).filter(id => tables[id]?.rows.from === 'catalogue')

/** The place of a new row: its table, parent and group. */
export function PlaceFields({
  kind,
  catalogue,
  draft,
  onChange,
  errorAt,
}: {
  kind: Kind
  catalogue: Catalogue
  draft: NewRowDraft
  onChange: (draft: NewRowDraft) => void
  errorAt: (field: string) => string | undefined
}) {
  const tables = catalogueTables(kind)
  const rows = kind.tables[draft.table]?.rows
  const above = rows?.from === 'catalogue' ? rows.of : undefined
  const isOver = new Set(catalogue.groups.map(group => group.parent))
  const grouped = !above && catalogue.rows.some(row => row.table === draft.table && row.group !== undefined)
  return (
    <>
      {tables.length > 1 && (
        <SelectField
          label="Bagian"
          none="Pilih bagiannya"
          value={draft.table}
          onChange={table => onChange(inTable(kind, draft, table))}
          options={tables.map(id => ({ value: id, label: kind.tables[id]?.title ?? id }))}
          error={errorAt('add.table')}
        />
      )}
      {above && (
        <Combobox
          label={`Di bawah baris (${kind.tables[above]?.title})`}
          value={draft.parent}
          onChange={parent => onChange({ ...draft, parent })}
          options={rowsOf(catalogue, Number(draft.row.fromYear))
            .filter(row => row.table === above)
            .map(row => ({ value: row.id, label: `${row.code} ${row.label}`.trim() }))}
          error={errorAt('add.parent')}
        />
      )}
      {grouped && (
        <Combobox
          label="Kelompok"
          value={draft.group}
          onChange={group => onChange({ ...draft, group })}
          options={catalogue.groups
            .filter(group => !isOver.has(group.id))
            .map(group => ({ value: group.id, label: `${group.code ?? ''} ${group.label}`.trim() }))}
          error={errorAt('add.group')}
        />
      )}
    </>
  )
}
