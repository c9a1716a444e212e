import { isReopenedByOthers, type Status } from '@sepakat/rules/workflow/statuses.ts'
import { type ReactNode, useState } from 'react'
import { useDates, useMay, useMe } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { late } from '#ui/late.tsx'
import { useSubmission } from '../FormContext.ts'

const AskDialog = late(async () => (await import('./AskDialog.tsx')).default)

/** Requests a reopening from those who may do it. */
function AskToReopen() {
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button small kind="primary" onClick={() => setAsked(true)}>
        Minta dibuka kembali
      </Button>
      {asked && <AskDialog onClose={() => setAsked(false)} />}
    </>
  )
}

const WithdrawRequest = late(async () => (await import('./WithdrawRequest.tsx')).WithdrawRequest)

/** Of a report that is with reviewers: the office's reopening request, the answer, and the button to request one. */
export function Reopening({ children }: { children?: ReactNode }) {
  const { status, origin, part, reopenRequests } = useSubmission()
  const writes = useMay('submission.write')
  const { post } = useMe()
  const closed = isReopenedByOthers(status as Status) && origin !== 'archive'
  const waits = reopenRequests.some(one => one.status === 'open' && one.by.actor === `post:${post?.id}`)
  const ours = writes && part === null
  const asks = ours && closed && !waits
  return (
    <>
      {closed && <Asked ours={ours} />}
      {(children || asks) && (
        <Callout tone="info" actions={asks && <AskToReopen />}>
          {children ?? 'Isian yang terkunci dapat dilampirkan pada permintaan untuk membuka kembali laporan ini.'}
        </Callout>
      )}
    </>
  )
}

/** Open requests, and the last one where it was declined. */
function Asked({ ours }: { ours: boolean }) {
  const { reopenRequests } = useSubmission()
  const dates = useDates()
  const last = reopenRequests.at(-1)
  const open = reopenRequests.filter(one => one.status === 'open')
  return (
    <>
      {open.map(({ id, by, at, reason, changes }) => (
        <Callout
          key={id}
          tone="info"
          title={`${by.name} meminta laporan ini dibuka kembali`}
          actions={ours && <WithdrawRequest request={id} />}
        >
          {dates.long(at)}: “{reason}”{changes.length > 0 && ` ${changes.length} isian dilampirkan.`} Menunggu jawaban.
        </Callout>
      ))}
      {last?.status === 'declined' && (
        <Callout tone="warn" title="Permintaan membuka kembali ditolak">
          {last.answeredBy?.name}, {dates.long(last.answeredAt ?? last.at)}: “{last.answer}”
        </Callout>
      )}
    </>
  )
}
