import { findSubmission, loadFormOf, loadRows, undone } from '@sepakat/db'
import { writtenAnswers } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { isOwn } from '#submissions/asker.ts'
import { viewSubmissionIn } from '#submissions/viewSubmission.ts'
import { createFirst } from './createFirst.ts'
import { formView } from './view.ts'

type Asked = Pick<Context<'GET /obligations/:id/draft'>, 'params' | 'actor' | 'db' | 'now' | 'deps'>

/**
 * The report of an obligation as creating it would make it: created and undone again, so that it is the same to the last cell; one
 * that was created already, as it is.
 */
export const readDraft = async ({ params, actor, db, now, deps }: Asked) => {
  const { zone } = (await deps.region.get()).region
  return undone(db, async tx => {
    const { id } = await createFirst(tx, { obligation: params.id }, { asker: actor, now, zone })
    const submission = await viewSubmissionIn(tx, { id, asker: actor, now })
    const record = await findSubmission(tx, id)
    const loaded = record && (await loadFormOf(tx, record, { drafts: isOwn(actor, record) }))
    if (!submission || !loaded) throw problem('not-found')
    if (!submission.readable) throw problem('no-right')
    const answers = { version: record.version, ...writtenAnswers(await loadRows(tx, id), loaded.kind) }
    return { submission, form: formView(loaded, null), answers }
  })
}
