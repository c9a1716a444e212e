import type { FormId } from '@sepakat/rules'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { submissionQuery, versionQuery } from '#submissions/submissionQueries.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { api } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { useForm, useSubmission } from '../FormContext.ts'
import { versionChanges } from '../model/versionChanges.ts'
import styles from './Notices.module.css'

/** What the newer catalogue changes in this report, and the button to move to it. */
export default function VersionChanges({ onDone }: { onDone: () => void }) {
  const submission = useSubmission()
  const { catalogue, rules, scope, store } = useForm()
  const client = useQueryClient()
  const { id, form, newestVersion } = submission
  const newest = useQuery(versionQuery(form, newestVersion))
  const move = useMutation({
    mutationFn: () => api('POST /submissions/:id/version', { params: { id }, body: { to: newestVersion } }),
    onSuccess: next => {
      client.setQueryData(submissionQuery(id).queryKey, next)
      onDone()
    },
  })
  if (newest.isError) return <ProblemPanel error={newest.error} onRetry={() => newest.refetch()} />
  const kind = kinds[form as FormId]
  if (!newest.data || !kind) return <Skeleton label="Memuat versi baru…" />
  const next = newest.data.catalogue
  const lines = versionChanges({ kind, rules, scope, from: catalogue, to: next, answers: store.cells.answers() })
  return (
    <>
      {lines.length === 0 ? (
        <p>Tidak ada baris laporan ini yang berubah.</p>
      ) : (
        <ul className={styles.list}>
          {lines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p>Isian yang sudah ada tetap disimpan. Isian baris yang tidak ada lagi tidak dihitung.</p>
      {move.isError && <ProblemPanel error={move.error} />}
      <Button kind="primary" busy={move.isPending && 'Memindahkan…'} onClick={() => move.mutate()}>
        Pindah ke versi {newestVersion}
      </Button>
    </>
  )
}
