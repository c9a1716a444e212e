import { hasCode } from '#sync/problems/ProblemError.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useMe } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { useReview } from '../ReviewContext.ts'
import { UnsentError } from './allSent.ts'
import { isMine } from './reviewing.ts'

/** Why a move failed, and the next step: where the report has changed meanwhile, to load it as it is now. */
export function MoveProblem({ error, onRefresh }: { error: unknown; onRefresh: () => void }) {
  const { submission } = useReview()
  const { posts } = useMe()
  const other = isMine(submission, posts) ? null : submission.claimedBy
  if (!error) return null
  if (error instanceof UnsentError) return <Unsent waiting={error.waiting} stuck={error.stuck} />
  if (!hasCode(error, 'stale') && !hasCode(error, 'wrong-status')) return <ProblemPanel error={error} />
  return (
    <Callout
      tone="warn"
      live
      title="Laporan ini berubah sejak Anda membukanya"
      actions={
        <Button icon="refresh" onClick={onRefresh}>
          Tampilkan keadaan sekarang
        </Button>
      }
    >
      {error.problem.detail}
      {other && ` Sekarang ada pada ${other.name}.`}
    </Callout>
  )
}

function Unsent({ waiting, stuck }: Pick<UnsentError, 'waiting' | 'stuck'>) {
  return (
    <Callout tone="warn" live title={`${waiting + stuck} isian Anda belum tersimpan`}>
      Tindakan ini belum dilakukan.
      {stuck > 0 && ' Putuskan dahulu isian yang tertolak; daftarnya ada di atas tombol tindakan.'}
      {waiting > 0 && ' Isian itu belum sampai di server: periksa sambungan internet Anda, lalu coba lagi.'}
    </Callout>
  )
}
