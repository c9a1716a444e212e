import {
  findSubmission,
  type LineTable,
  loadFormOf,
  loadRows,
  lockSubmission,
  newestVersion,
  noEvent,
  putFormVersion,
  type Queryable,
  reader,
  submissionStream,
  type Transaction,
  undone,
  withinPart,
  written,
} from '@sepakat/db'
import { type FormId, isOpen, parseRowPointer, writtenAnswers } from '@sepakat/rules'
import { invalid, problem } from '#http/problem.ts'
import { type Context, handlers, reply } from '#http/route.ts'
import { isOwn, mayRead, requireMay, requireSeen } from '#submissions/asker.ts'
import { viewDetails, viewSubmission, viewSubmissionIn } from '#submissions/viewSubmission.ts'
import { type Creating, createFirst } from './createFirst.ts'
import { createNext } from './createNext.ts'
import { list } from './list.ts'
import { listChanged } from './listChanged.ts'
import { formView } from './view.ts'

/**
 * Moves what is open with its office to the newest catalogue. Rows it no longer has keep their cells and count nowhere.
 * @throws not-found, no-right, wrong-status, invalid where another version is the newest
 */
const moveVersion = async (
  tx: Queryable,
  { params: { id }, body: { to }, actor }: Pick<Context<'POST /submissions/:id/version'>, 'params' | 'body' | 'actor'>,
) => {
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

/**
 * The report of an obligation as creating it would make it: created and undone again, so that it is the same to the last cell; one
 * that was created already, as it is.
 */
const readDraft = async ({
  params,
  actor,
  db,
  now,
  deps,
}: Pick<Context<'GET /obligations/:id/draft'>, 'params' | 'actor' | 'db' | 'now' | 'deps'>) => {
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

/** All that a device builds the form of a submission from. @throws not-found, no-right */
const readForm = async ({
  params,
  actor,
  db,
}: Pick<Context<'GET /submissions/:id/form'>, 'params' | 'actor' | 'db'>) => {
  const tx = reader(db)
  const { submission, part } = requireSeen(actor, await findSubmission(tx, params.id))
  if (part === null && !mayRead(actor, submission)) throw problem('no-right')
  const handed = part && (await withinPart(tx, submission, part)).rows.map(at => parseRowPointer(at)!.row)
  // A user who fills in sees the rows that saving knows, of drafts too.
  const loaded = await loadFormOf(tx, submission, { drafts: handed !== null || isOwn(actor, submission) })
  if (loaded === null) throw problem('not-found')
  return formView(loaded, handed)
}

/** Creates the report that was asked for; gives its id, and what is told of it where that is known. @throws not-found, no-right, no-obligation, needs-unmet, invalid */
const create = async (tx: Transaction, body: Context<'POST /submissions'>['body'], creating: Creating) => {
  const created =
    'after' in body
      ? await createNext(tx, body, creating)
      : await createFirst(tx, 'form' in body ? { ...body, form: body.form as FormId } : body, creating)
  const { event, ...result } = created
  return event ? written(result, event) : noEvent(result)
}

type Asked = Pick<Context<'GET /submissions/:id'>, 'actor' | 'db' | 'now'>

const shown = async (id: string, { actor, db, now }: Asked, refresh: boolean) => {
  const submission = await viewSubmission(db, { id, asker: actor, now, refresh })
  if (submission === null) throw problem('not-found')
  return submission
}

const listOrChanged = (table: LineTable, query: Parameters<typeof list>[1], asked: Parameters<typeof list>[2]) =>
  query.updatedSince === undefined
    ? list(table, query, asked)
    : listChanged(table, { ...query, updatedSince: query.updatedSince }, asked)

export const submissionHandlers = handlers({
  'GET /obligations': ({ query, ...asked }) => listOrChanged('obligation', query, asked),
  'GET /obligations/:id/draft': readDraft,
  'GET /submissions': ({ query, ...asked }) => listOrChanged('submission', query, asked),

  'POST /submissions': async asked => {
    const { body, actor, now, deps } = asked
    const { zone } = (await deps.region.get()).region
    const { id, details } = await asked.write(tx => create(tx, body, { asker: actor, now, zone }))
    const known = details && (await viewDetails(reader(asked.db), details, { asker: actor, now }))
    const submission = known ?? (await shown(id, asked, false))
    return reply(submission, { version: submission.version })
  },

  'GET /submissions/:id': asked => shown(asked.params.id, asked, true),
  'GET /submissions/:id/form': readForm,

  'POST /submissions/:id/version': async asked => {
    await asked.write(tx => moveVersion(tx, asked))
    const submission = await shown(asked.params.id, asked, true)
    return reply(submission, { version: submission.version })
  },
})
