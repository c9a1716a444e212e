import { hasCode, ProblemError } from '#sync/problems/ProblemError.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { NotKnownHereError } from '#sync/session/signIn.ts'
import { Callout } from '#ui/Callout.tsx'

const saidBeside = ['bad-credentials', 'second-factor-required', 'second-factor-wrong']

/** Failures not shown at a field: too many attempts, no connection, or the server. */
export function SignInFailure({ failed, wait }: { failed: unknown; wait: number }) {
  if (saidBeside.some(code => hasCode(failed, code)) || failed === null) return null
  if (hasCode(failed, 'too-many'))
    return (
      <Callout tone="warn" title="Terlalu banyak percobaan" live>
        {wait > 0 ? failed.problem.detail : 'Anda dapat mencoba lagi sekarang.'}
      </Callout>
    )
  if (failed instanceof NotKnownHereError)
    return (
      <Callout tone="warn" title="Server tidak menjawab, dan tidak ada yang terbuka di perangkat ini" live>
        Periksa nama dan sandi Anda: tanpa jaringan keduanya harus sama dengan saat terakhir Anda masuk di perangkat
        ini. Masuk untuk pertama kali di perangkat ini memerlukan jaringan. Tidak ada yang terhapus.
      </Callout>
    )
  if (failed instanceof ProblemError && failed.problem.errors?.length && failed.problem.status === 422) return null
  return <ProblemPanel error={failed} />
}
