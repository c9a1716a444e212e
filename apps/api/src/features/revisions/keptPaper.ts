import { type PrintJob, recordReading } from '@sepakat/db'
import type { Context } from '#http/route.ts'
import { type AskedPdf, type AskingPdf, keptPdf } from '#submissions/keptPdf.ts'

/** The PDF of a paper of a report, or that it is being made; `outside`: it is read by somebody outside its office, which is recorded. */
export const keptPaper = (
  asked: AskingPdf & Pick<Context<'GET /submissions/:id/revisions/:n/pdf'>, 'actor' | 'now'>,
  { outside, ...wished }: AskedPdf<Extract<PrintJob, { submission: string }>> & { outside: boolean },
) =>
  keptPdf(asked, wished, async () => {
    const { actor, db, now } = asked
    if (outside) await recordReading(db, { submission: wished.job.submission, actor: actor.id, at: now })
  })
