import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import styles from '#administration/Admin.module.css'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { OfficeField } from '#administration/OfficeField.tsx'
import { PageForm } from '#administration/PageForm.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { useFormTitles } from '#administration/useFormTitles.ts'
import { useGivenOut } from '#administration/useGivenOut.ts'
import { fieldErrors } from '#sync/problems/ProblemError.ts'
import { useDates } from '#sync/session/me.tsx'
import { count } from '#ui/numbers.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { TextField } from '#ui/TextField.tsx'
import { Said, useSaid } from '#ui/useSaid.tsx'
import { changeOf, correctionBody, correctionUnread, draftOf, rebased, withKind } from './correctionDraft.ts'
import { FormulaFields } from './FormulaFields.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { type CatalogueRow, sliceAt, slicesQuery } from './queries.ts'
import { ReasonField } from './ReasonField.tsx'
import { RowFields, rowFields } from './RowFields.tsx'

const shownFields = [...rowFields.map(field => `change.${field}`), 'owner', 'fromYear', 'reason']

/** Corrects one row with effect from a year, after showing each field before and after. */
export function CorrectionForm({ form: id, start, version }: { form: string; start: CatalogueRow; version: number }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const thisYear = useDates().year()
  const title = useFormTitles()(id)
  const { said, say } = useSaid()
  // The row the draft is based on: it changes only when the user agrees, never while he or she is typing.
  const [base, setBase] = useState({ row: start, version })
  const [draft, setDraft] = useState(() => draftOf(start, thisYear))
  const [confirming, setConfirming] = useState(false)
  const [refused, setRefused] = useState<unknown>(null)
  const givenOut = useGivenOut(id, thisYear)
  const { row } = base
  const here = paths.admin(`katalog/${id}/${row.id}`, { tahun: draft.fromYear })
  const change = changeOf(row, draft)
  const changes = Object.keys(change).length + (draft.owner ? 1 : 0)

  const checked = useContractForm('POST /catalogues/:type/:form/corrections', {
    body: () => correctionBody(row, base.version, draft),
    unread: () => correctionUnread(row, draft),
    send: async () => setConfirming(true),
  })
  const errorAt = (name: string) => checked.errorAt(name) ?? fieldErrors(refused)[name]

  /** After a concurrent publication: changed fields stay, untouched ones follow. */
  async function reload(): Promise<void> {
    const fresh = await client.fetchQuery({ ...slicesQuery(id, row.id), staleTime: 0 })
    const after = sliceAt(fresh.slices, Number(draft.fromYear)) ?? row
    setDraft(rebased(row, after, draft))
    setBase({ row: after, version: fresh.version })
    setConfirming(false)
    say(`Katalog sekarang versi ${count(fresh.version)}. Isian Anda tetap; periksa lagi, lalu terbitkan.`)
  }

  return (
    <>
      <PageHead
        title={`Perbaiki ${row.code || row.label}`}
        crumbs={adminCrumbs(
          ['katalog', { label: title, to: paths.admin(`katalog/${id}`) }, { label: row.code || row.label, to: here }],
          'Perbaiki',
        )}
        intro={row.label}
      />
      <PageForm
        of={checked}
        fields={shownFields}
        action="Periksa dan terbitkan"
        busy="Memeriksa…"
        whyNot={changes === 0 && 'Belum ada yang diubah.'}
        back={here}
      >
        <Said said={said} />
        <RowFields draft={draft} onChange={setDraft} errorAt={errorAt} measured={row.attrs.measure !== undefined} />
        {row.formula && (
          <FormulaFields
            ownRule={row.ownRule}
            inputNames={row.inputNames}
            draft={draft}
            onKind={kind => setDraft(withKind(draft, kind))}
            onChange={setDraft}
            errorAt={errorAt}
          />
        )}
        {row.parent === null && givenOut === 'rows' && (
          <div className={styles.group}>
            <h2>Pengampu</h2>
            <OfficeField
              label="Pengampu baru"
              optional
              hint={`Sekarang: ${row.owner || 'belum ada'}. Kosongkan bila tetap.`}
              clearable
              value={draft.owner}
              onChange={owner => setDraft({ ...draft, owner })}
              error={errorAt('owner')}
            />
          </div>
        )}
        <div className={styles.group}>
          <h2>Mulai berlaku</h2>
          <TextField
            label="Mulai tahun"
            hint="Tahun-tahun sebelumnya tetap seperti sekarang. Untuk memperbaiki salah ketik, tulis tahun awal baris ini."
            inputMode="numeric"
            value={draft.fromYear}
            maxLength={4}
            onChange={event => setDraft({ ...draft, fromYear: event.target.value.trim() })}
            error={errorAt('fromYear')}
          />
          <ReasonField
            value={draft.reason}
            onChange={reason => setDraft({ ...draft, reason })}
            error={errorAt('reason')}
          />
        </div>
      </PageForm>
      {confirming && (
        <PublishDialog
          form={id}
          row={row}
          version={base.version}
          draft={draft}
          onClose={() => setConfirming(false)}
          onReload={reload}
          onRefused={setRefused}
          onPublished={sentence => navigate(here, { state: { said: sentence } })}
        />
      )}
    </>
  )
}
