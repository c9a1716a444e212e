import { useDates } from '#sync/session/me.tsx'
import { Callout } from '#ui/Callout.tsx'
import { useForm, useSubmission } from '../FormContext.ts'
import { FindingList } from '../findings/FindingList.tsx'

/** A report this one reads was reopened: what that changed here. */
export function Recheck() {
  const submission = useSubmission()
  const { go } = useForm()
  const dates = useDates()
  const { recheck } = submission
  if (!recheck || recheck.findings.length === 0) return null
  return (
    <Callout folded tone="warn" title="Diperiksa ulang karena laporan lain berubah">
      <p>
        {recheck.because} ({dates.long(recheck.at)})
      </p>
      <FindingList findings={recheck.findings as Parameters<typeof FindingList>[0]['findings']} onGo={go} />
    </Callout>
  )
}
