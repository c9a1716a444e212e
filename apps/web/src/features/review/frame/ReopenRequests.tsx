import { Suspense, useState } from 'react'
import { WishedChanges } from '#submissions/WishedChanges.tsx'
import type { Submission } from '#sync/apiTypes.ts'
import { useDates, useMay } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { late } from '#ui/late.tsx'
import { doneWords } from '../moves/doneWords.ts'
import { RefuseDialog } from '../moves/RefuseDialog.tsx'
import { useDecisions } from '../moves/useDecisions.ts'
import { type Moving, useMove } from '../moves/useMove.ts'
import { useReview } from '../ReviewContext.ts'

const ReopenDialog = late(async () => (await import('../moves/ReopenDialog.tsx')).ReopenDialog)

export interface Moved {
  /** The version that was read when the page was opened. */
  version: number
  onRefresh: () => void
  onDone: (words: string) => void
}
type Request = Submission['reopenRequests'][number]

/** What the office requests to have reopened, cell by cell beside the submitted values, and the two answers to it. */
export function ReopenRequests(moved: Moved) {
  const { submission } = useReview()
  const open = submission.reopenRequests.filter(({ status }) => status === 'open')
  return open.map(request => <OpenRequest key={request.id} request={request} {...moved} />)
}

function OpenRequest({ request, version, onRefresh, onDone }: Moved & { request: Request }) {
  const { submission, sheet, reviewing } = useReview()
  const dates = useDates()
  const can = useDecisions()
  const mayReopen = useMay('submission.reopen')
  const move = useMove(submission.id, () => version)
  const [asking, setAsking] = useState<'reopen' | 'refuse' | null>(null)
  const close = () => setAsking(null)
  const { by, at, reason, changes } = request
  const stored = (pointer: string) => {
    const [, table = '', row = '', field = ''] = pointer.split('/')
    return sheet.body.answers[table]?.[row]?.[field]
  }
  const onMove = async (moving: Moving) => {
    const now = await move.mutateAsync(moving)
    close()
    onDone(doneWords(moving.move, now))
  }
  return (
    <Callout
      tone="warn"
      title={`${submission.office.shortName} meminta laporan ini dibuka kembali`}
      actions={
        <>
          {can.reopen && (
            <Button kind="primary" whyNot={can.reopen.whyNot} onClick={() => setAsking('reopen')}>
              Buka kembali
            </Button>
          )}
          {mayReopen && <Button onClick={() => setAsking('refuse')}>Tolak permintaan</Button>}
        </>
      }
    >
      <p>
        {by.name}, {dates.long(at)}: “{reason}”
      </p>
      {changes.length > 0 && <WishedChanges changes={changes} names={sheet.read.names} stored={stored} />}
      {reviewing && <p>Bila Anda menerimanya, kembalikan laporan ini dengan sebuah catatan.</p>}
      {!can.reopen && mayReopen && <p>Selama diperiksa, pemeriksanya yang dapat mengembalikan laporan ini.</p>}
      <Suspense>
        {asking === 'reopen' && (
          <ReopenDialog request={request} onClose={close} onMove={onMove} onRefresh={onRefresh} />
        )}
      </Suspense>
      {asking === 'refuse' && <RefuseDialog request={request.id} onClose={close} onDone={onDone} />}
    </Callout>
  )
}
