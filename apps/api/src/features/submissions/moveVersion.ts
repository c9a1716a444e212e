import {
  lockSubmission,
  newestVersion,
  noEvent,
  putFormVersion,
  type Queryable,
  submissionStream,
  written,
} from '@sepakat/db'
import { isOpen } from '@sepakat/rules'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { requireMay } from '#submissions/asker.ts'

type Asked = Pick<Context<'POST /submissions/:id/version'>, 'params' | 'body' | 'actor'>

/**
 * Moves what is open with its office to the newest catalogue. Rows it no longer has keep their cells and count nowhere.
 * @throws not-found, no-right, wrong-status, invalid where another version is the newest
 */
export const moveVersion = async (tx: Queryable, { params: { id }, body: { to }, actor }: Asked) => {
  const submission = requireMay(actor, 'submission.write', await lockSubmission(tx, id))
  const { form, formVersion: from, status } = submission
  if (from === to) return noEvent(null)
  if (!isOpen(status)) throw problem('wrong-status')
  const newest = (await newestVersion(tx, form)) ?? from
  if (to !== newest)
    throw invalid('/to', `Versi terbaru formulir ini adalah ${newest}. Muat ulang, lalu pilih versi itu.`)
  await putFormVersion(tx, id, to)
  const data = { form, from, to }
  const binds = { submission: [id] }
  return written(null, { stream: submissionStream(id), type: 'submission.version-moved', data, binds })
}
