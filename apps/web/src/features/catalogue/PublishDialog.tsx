import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { officesQuery } from '#submissions/sharedQueries.ts'
import { hasCode } from '#sync/problems/ProblemError.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { api } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { count } from '#ui/numbers.ts'
import { type Column, Table } from '#ui/Table.tsx'
import { beforeAfter, type ChangeLine } from './beforeAfter.ts'
import { type CorrectionDraft, changeOf } from './correctionDraft.ts'
import { type CatalogueRow, paramsOf } from './queries.ts'
import { RevisionEffects } from './RevisionEffects.tsx'
import { usePublished } from './usePublished.ts'

/** Confirms a publication, with each field before and after. */
export function PublishDialog({
  form,
  row,
  version,
  draft,
  onClose,
  onReload,
  onRefused,
  onPublished,
}: {
  form: string
  row: CatalogueRow
  version: number
  draft: CorrectionDraft
  onClose: () => void
  onReload: () => Promise<void>
  onRefused: (error: unknown) => void
  onPublished: (sentence: string) => void
}) {
  const published = usePublished()
  const offices = useQuery(officesQuery)
  const [reloading, setReloading] = useState(false)
  const change = changeOf(row, draft)
  const owner = draft.owner ? offices.data?.items.find(one => one.id === draft.owner)?.name : undefined
  const publish = useMutation({
    mutationFn: () =>
      api('POST /catalogues/:type/:form/corrections', {
        params: paramsOf(form),
        body: {
          row: row.id,
          fromYear: Number(draft.fromYear),
          reason: draft.reason.trim(),
          basedOn: version,
          change,
          ...(draft.owner && { owner: draft.owner }),
        },
      }),
    onError: onRefused,
    onSuccess: async ({ version: newest }) => {
      await published()
      onPublished(`Perbaikan terbit sebagai versi ${count(newest)}, berlaku mulai tahun ${draft.fromYear}.`)
    },
  })
  const stale = hasCode(publish.error, 'stale')
  const columns: Column<ChangeLine>[] = [
    { id: 'label', head: 'Yang berubah', rowHead: true, cell: line => line.label },
    { id: 'before', head: 'Sebelum', cell: line => line.before || 'kosong' },
    { id: 'after', head: 'Sesudah', cell: line => line.after || 'kosong' },
  ]
  return (
    <Dialog
      open
      large
      onClose={onClose}
      title={`Terbitkan versi ${count(version + 1)}?`}
      foot={
        <>
          <Button onClick={onClose}>Kembali mengubah</Button>
          {stale ? (
            <Button
              kind="primary"
              icon="refresh"
              busy={reloading && 'Memuat…'}
              onClick={() => {
                setReloading(true)
                onReload().finally(() => setReloading(false))
              }}
            >
              Muat versi terbaru
            </Button>
          ) : (
            <Button kind="primary" busy={publish.isPending && 'Menerbitkan…'} onClick={() => publish.mutate()}>
              Terbitkan
            </Button>
          )}
        </>
      }
    >
      <p>
        {row.code} {row.label}, berlaku mulai tahun {draft.fromYear}. Alasan: {draft.reason}
      </p>
      <Table
        caption="Yang berubah, sebelum dan sesudah"
        columns={columns}
        rows={beforeAfter(row, change, owner)}
        rowKey={line => line.label}
      />
      <RevisionEffects
        form={form}
        body={{ basedOn: version, correct: { row: row.id, fromYear: Number(draft.fromYear), change } }}
      />
      <p>
        Versi yang sudah terbit tidak dapat ditarik; bila keliru, perbaiki lagi. Laporan yang sudah dikirim tidak
        berubah. Draf tetap memakai versi lamanya sampai pengisinya memindahkannya.
      </p>
      {stale && (
        <Callout tone="wrong" live title="Orang lain baru saja menerbitkan katalog ini">
          Muat versi terbarunya dahulu. Isian Anda tidak hilang.
        </Callout>
      )}
      {publish.isError && !stale && <ProblemPanel error={publish.error} />}
    </Dialog>
  )
}
