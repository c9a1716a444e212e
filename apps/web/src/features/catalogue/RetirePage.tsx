import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { PageForm } from '#administration/PageForm.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { useFormTitles } from '#administration/useFormTitles.ts'
import { NotFoundPage, PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates } from '#sync/session/me.tsx'
import { count } from '#ui/numbers.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { paths } from '#ui/paths.ts'
import { TextField } from '#ui/TextField.tsx'
import { type CatalogueRow, previewQuery, slicesQuery } from './queries.ts'
import { ReasonField } from './ReasonField.tsx'
import { RevisionDialog } from './RevisionDialog.tsx'

/** Ends a row and all below it with a year. */
export function RetirePage() {
  const { type = '', form: name = '', row: id = '' } = useParams()
  const form = `${type}/${name}`
  const slices = useQuery({ ...slicesQuery(form, id), refetchOnWindowFocus: false })
  if (slices.isError) return <PageProblem error={slices.error} onRetry={() => slices.refetch()} />
  if (slices.isPending) return <PageSkeleton title="Akhiri baris katalog" label="Memuat baris katalog…" />
  const row = slices.data.slices.at(-1)
  return row ? <RetireForm form={form} row={row} version={slices.data.version} /> : <NotFoundPage />
}

function RetireForm({ form, row, version }: { form: string; row: CatalogueRow; version: number }) {
  const client = useQueryClient()
  const title = useFormTitles()(form)
  const thisYear = useDates().year()
  const [lastYear, setLastYear] = useState(String(thisYear))
  const [reason, setReason] = useState('')
  const [confirming, setConfirming] = useState(false)
  const here = paths.admin(`katalog/${form}/${row.id}`)
  const body = { basedOn: version, retire: { row: row.id, lastYear: Number(lastYear) } }
  const checked = useContractForm('POST /catalogues/:type/:form/versions', {
    body: () => ({ ...body, reason }),
    send: async () => {
      await client.fetchQuery(previewQuery(form, body))
      setConfirming(true)
    },
  })
  return (
    <>
      <PageHead
        title={`Akhiri ${row.code || row.label}`}
        crumbs={adminCrumbs(
          ['katalog', { label: title, to: paths.admin(`katalog/${form}`) }, { label: row.code || row.label, to: here }],
          'Akhiri',
        )}
        intro={row.label}
      />
      <PageForm
        of={checked}
        fields={['retire.lastYear', 'reason']}
        action="Periksa dan akhiri"
        busy="Memeriksa…"
        back={here}
      >
        <TextField
          label="Tahun terakhir"
          hint="Baris ini dan semua baris di bawahnya masih diminta pada tahun itu, tidak lagi sesudahnya. Laporan yang sudah disetujui tidak berubah."
          inputMode="numeric"
          value={lastYear}
          maxLength={4}
          onChange={event => setLastYear(event.target.value.trim())}
          error={checked.errorAt('retire.lastYear')}
        />
        <ReasonField value={reason} onChange={setReason} error={checked.errorAt('reason')} />
      </PageForm>
      {confirming && (
        <RevisionDialog
          form={form}
          body={body}
          reason={reason.trim()}
          onClose={() => setConfirming(false)}
          done={({ changed, version: newest }) => ({
            to: here,
            said: `${count(changed)} baris berakhir dengan tahun ${lastYear}. Terbit sebagai versi ${count(newest)}.`,
          })}
        />
      )}
    </>
  )
}
