import { type EditionFormat, editionFormats } from '@sepakat/rules/editions/editionTypes.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { SignButton } from '#administration/SignButton.tsx'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { api, file } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { sizeWords } from '#ui/numbers.ts'
import { Part } from '#ui/Part.tsx'
import { ProgressBar } from '#ui/ProgressBar.tsx'
import { saveFile } from '#ui/saveFile.ts'
import { actions, type Column, Table } from '#ui/Table.tsx'
import { Tag } from '#ui/Tag.tsx'
import styles from './Editions.module.css'
import { type EditionFile, filesQuery } from './queries.ts'

const formats: Record<EditionFormat, string> = {
  pdf: 'PDF',
  docx: 'Word (DOCX)',
  xlsx: 'Excel (XLSX)',
  json: 'JSON',
  csv: 'CSV (ZIP)',
}
/** How often the progress is asked (ms), while something is being made. */
const asksEvery = 2000
const isUnderway = ({ status }: EditionFile): boolean => status === 'waiting' || status === 'making'

/** What comes out of an edition: ordered, made in the background one after another, and saved from here. */
export function EditionFiles({ id, isDraft, maySign }: { id: string; isDraft: boolean; maySign: boolean }) {
  const dates = useDates()
  const invalidate = useInvalidate()
  const files = useQuery({
    ...filesQuery(id),
    refetchInterval: query => (query.state.data?.items.some(isUnderway) ? asksEvery : false),
  })
  const again = () => invalidate('GET /editions/:id/files')
  const order = useMutation({
    mutationFn: (as: EditionFormat) => api('POST /editions/:id/files', { params: { id }, body: { as } }),
    onSettled: again,
  })
  const cancel = useMutation({
    mutationFn: (of: string) => api('POST /editions/:id/files/:file/cancel', { params: { id, file: of } }),
    onSettled: again,
  })
  const save = useMutation({
    mutationFn: async (of: string) => {
      const made = await file('GET /editions/:id/files/:file', { params: { id, file: of } })
      if (made instanceof File) saveFile(made, made.name)
      else await again()
    },
  })
  const failed = [order, cancel, save].find(one => one.isError)
  const columns: Column<EditionFile>[] = [
    { id: 'as', head: 'Dokumen', rowHead: true, cell: one => nameOf(one) },
    { id: 'at', head: 'Dibuat oleh', cell: one => `${one.orderedBy.name}, ${dates.short(one.orderedAt)}` },
    { id: 'status', head: 'Keadaan', wide: true, cell: one => <State of={one} /> },
    actions(one => {
      const name = <span className="visually-hidden"> {nameOf(one)}</span>
      if (isUnderway(one))
        return (
          <Button small kind="quiet" onClick={() => cancel.mutate(one.id)}>
            Batalkan{name}
          </Button>
        )
      if (one.status === 'done')
        return (
          <div className={styles.buttons}>
            <Button
              small
              icon="download"
              busy={save.isPending && save.variables === one.id && 'Mengambil…'}
              onClick={() => save.mutate(one.id)}
            >
              Unduh{name}
            </Button>
            {maySign && isUnsigned(one, files.data?.items ?? []) && (
              <SignButton
                small
                of={`${nameOf(one)} ${dates.short(one.orderedAt)}`}
                route="PUT /editions/:id/files/:file/signature"
                send={async body => {
                  await api('PUT /editions/:id/files/:file/signature', { params: { id, file: one.id }, body })
                  await again()
                }}
              />
            )}
          </div>
        )
      return (
        <Button small kind="quiet" icon="refresh" onClick={() => order.mutate(one.as)}>
          Pesan lagi{name}
        </Button>
      )
    }),
  ]
  if (files.isError) return <PageProblem error={files.error} onRetry={() => files.refetch()} />
  return (
    <Part title="Dokumen">
      {isDraft && <p>Dokumen dari rancangan bertanda rancangan, dan memuat keadaan saat dipesan.</p>}
      <div className={styles.buttons}>
        {editionFormats.map(as => (
          <Button
            key={as}
            icon="file"
            busy={order.isPending && order.variables === as && 'Memesan…'}
            onClick={() => order.mutate(as)}
          >
            {formats[as]}
          </Button>
        ))}
      </div>
      {failed && <ProblemPanel error={failed.error} />}
      {files.data && files.data.items.length > 0 && (
        <Table caption="Dokumen yang dipesan" columns={columns} rows={files.data.items} rowKey={one => one.id} />
      )}
    </Part>
  )
}

const nameOf = ({ as, draft, signed }: EditionFile): string =>
  `${formats[as]}${draft ? ', rancangan' : signed ? ' bertanda tangan' : ''}`
const isUnsigned = ({ id, as, draft, signed }: EditionFile, all: EditionFile[]): boolean =>
  as === 'pdf' && !draft && signed === null && !all.some(other => other.signed?.file === id)

function State({ of: { status, progress, bytes, problem, as, signed } }: { of: EditionFile }) {
  if (status === 'waiting') return 'Menunggu giliran'
  if (status === 'making')
    return <ProgressBar filled={progress} all={100} label={`Pembuatan ${formats[as]}`} words={`${progress} %`} />
  if (status === 'cancelled') return 'Dibatalkan'
  if (status === 'done')
    return (
      <Tag tone="good" icon="check-circle">
        {signed ? `Ditandatangani ${signed.with === 'own' ? 'dengan sertifikat daerah' : 'lewat BSrE'}` : 'Siap'}
        {bytes === null ? '' : `, ${sizeWords(bytes)}`}
      </Tag>
    )
  return (
    <Tag tone="wrong" icon="alert">
      Gagal: {problem}
    </Tag>
  )
}
