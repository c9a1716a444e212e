import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api } from '../../../lib/api.ts'
import { count } from '../../../lib/numbers.ts'
import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Modal.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { confidenceWord } from './catalogueWords.ts'
import { type Preview, paramsOf, previewQuery, type Revision } from './queries.ts'
import { RevisionEffects } from './RevisionEffects.tsx'
import type { RevisionKind } from './RevisionPage.tsx'
import { usePublished } from './usePublished.ts'

type Change = Preview['changes'][number]
const mostShown = 40
const fieldWords: Record<string, string> = { confidence: 'Pencocokan', source: 'Sumber', to: 'Berlaku sampai' }
const valueWords = (field: string, value: string): string => {
  if (field === 'to') return value || 'seterusnya'
  return field === 'confidence' ? confidenceWord(value) : value || 'kosong'
}
const columns: Column<Change>[] = [
  { id: 'row', head: 'Baris', rowHead: true, cell: change => `${change.code} ${change.label}` },
  { id: 'field', head: 'Hal', cardHead: '', cell: change => fieldWords[change.field] ?? change.field },
  { id: 'before', head: 'Sebelum', cell: change => valueWords(change.field, change.before) },
  { id: 'after', head: 'Sesudah', cell: change => valueWords(change.field, change.after) },
]

/** What one version with many rows revised changes, and the press that publishes it. */
export function RevisionDialog({
  kind,
  body,
  reason,
  onClose,
}: {
  kind: RevisionKind
  body: Revision
  reason: string
  onClose: () => void
}) {
  const navigate = useNavigate()
  const published = usePublished()
  const preview = useQuery(previewQuery(kind.form, body))
  const changes = preview.data?.changes ?? []
  const publish = useMutation({
    mutationFn: () =>
      api('POST /catalogues/:type/:form/versions', { params: paramsOf(kind.form), body: { ...body, reason } }),
    onSuccess: async ({ version, changed }) => {
      await published()
      const said = `${kind.done(count(changed))} Terbit sebagai versi ${count(version)}.`
      navigate(paths.admin(`katalog/${kind.form}`), { state: { said } })
    },
  })
  return (
    <Dialog
      open
      large
      onClose={onClose}
      title="Apa yang berubah"
      foot={
        <>
          <Button onClick={onClose}>Kembali memilih</Button>
          <Button
            kind="primary"
            busy={publish.isPending && 'Menerbitkan…'}
            whyNot={preview.isSuccess && changes.length === 0 && 'Tidak ada baris yang berubah karenanya.'}
            onClick={() => publish.mutate()}
          >
            Terbitkan
          </Button>
        </>
      }
    >
      <RevisionEffects form={kind.form} body={body} />
      {changes.length > 0 && (
        <Table
          caption="Baris yang berubah, sebelum dan sesudah"
          captionHidden
          stacked
          columns={columns}
          rows={changes.slice(0, mostShown)}
          rowKey={change => `${change.row} ${change.from} ${change.field}`}
        />
      )}
      {changes.length > mostShown && <p>dan {count(changes.length - mostShown)} perubahan serupa.</p>}
      {publish.isError && <ProblemPanel error={publish.error} />}
    </Dialog>
  )
}
