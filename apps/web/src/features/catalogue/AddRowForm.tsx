import { inputNames } from '@sepakat/rules/catalogue/inputNames.ts'
import type { Catalogue, CatalogueRow, FormulaKind } from '@sepakat/rules/types/Catalogue.ts'
import type { Kind } from '@sepakat/rules/types/Kind.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { PageForm } from '#administration/PageForm.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { useDates } from '#sync/session/me.tsx'
import { RadioGroup } from '#ui/ChoiceGroup.tsx'
import { count } from '#ui/numbers.ts'
import { paths } from '#ui/paths.ts'
import { AttrFields } from './AttrFields.tsx'
import { formulaBody, withKind } from './correctionDraft.ts'
import { FormulaFields } from './FormulaFields.tsx'
import { newRow, newRowDraft, newRowFaults } from './newRowDraft.ts'
import { catalogueTables, PlaceFields } from './PlaceFields.tsx'
import { previewQuery } from './queries.ts'
import { ReasonField } from './ReasonField.tsx'
import { RevisionDialog } from './RevisionDialog.tsx'
import { RowFields, rowFields } from './RowFields.tsx'

const shownFields = [
  ...['from', 'table', 'parent', 'group', 'attrs', ...rowFields].map(field => `add.${field}`),
  'reason',
]

/** Writes a new row, shows what it changes, and publishes it as one version. */
export function AddRowForm({
  kind,
  catalogue,
  version,
  like,
}: {
  kind: Kind
  catalogue: Catalogue
  version: number
  like: CatalogueRow | undefined
}) {
  const client = useQueryClient()
  const thisYear = useDates().year()
  const [draft, setDraft] = useState(() => newRowDraft(kind, thisYear, like, catalogueTables(kind)))
  const [confirming, setConfirming] = useState(false)
  const { row } = draft
  const setRow = (next: typeof row) => setDraft({ ...draft, row: next })
  const table = kind.tables[draft.table]
  const body = { basedOn: version, add: newRow(kind, draft) }
  // Rules that only the server knows are checked before the confirmation, so that the message is at its field.
  const checked = useContractForm('POST /catalogues/:type/:form/versions', {
    body: () => ({ ...body, reason: row.reason }),
    unread: () => newRowFaults(kind, catalogue, draft),
    send: async () => {
      await client.fetchQuery(previewQuery(kind.form, body))
      setConfirming(true)
    },
  })
  const errorAt = (name: string) => checked.errorAt(name.replace(/^change\./, 'add.'))
  const years = [thisYear, thisYear + 1].map(year => ({
    value: String(year),
    label: `${year === thisYear ? 'Tahun ini' : 'Tahun depan'}, ${year}`,
  }))
  return (
    <>
      <PageForm
        of={checked}
        fields={shownFields}
        action="Periksa dan terbitkan"
        busy="Memeriksa…"
        back={paths.admin(`katalog/${kind.form}`)}
      >
        <RadioGroup
          label="Mulai berlaku"
          options={years}
          value={row.fromYear}
          onChange={fromYear => setRow({ ...row, fromYear })}
          error={errorAt('add.from')}
        />
        <PlaceFields kind={kind} catalogue={catalogue} draft={draft} onChange={setDraft} errorAt={errorAt} />
        {table && (
          <>
            <RowFields draft={row} onChange={setRow} errorAt={errorAt} measured={false}>
              <AttrFields
                table={table}
                attrs={draft.attrs}
                onChange={attrs => setDraft({ ...draft, attrs })}
                errorAt={errorAt}
              />
            </RowFields>
            {table.formulas && (
              <FormulaFields
                ownRule={table.ownRule === true}
                inputNames={inputNames(table, { formula: formulaBody(row) ?? undefined, from: Number(row.fromYear) })}
                draft={row}
                onKind={next => setRow(withKind(row, next, table.formulas?.[next as FormulaKind]))}
                onChange={setRow}
                errorAt={errorAt}
              />
            )}
          </>
        )}
        <ReasonField value={row.reason} onChange={reason => setRow({ ...row, reason })} error={errorAt('reason')} />
      </PageForm>
      {confirming && (
        <RevisionDialog
          form={kind.form}
          kind={kind}
          body={body}
          reason={row.reason.trim()}
          onClose={() => setConfirming(false)}
          done={({ added, version: newest }) => ({
            to: paths.admin(`katalog/${kind.form}/${added}`, { tahun: row.fromYear }),
            said: `Baris baru terbit sebagai versi ${count(newest)}, berlaku mulai tahun ${row.fromYear}.`,
          })}
        />
      )}
    </>
  )
}
