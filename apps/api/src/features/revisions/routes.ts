import { actorNames, findReceipt, type PrintJob, reader, recordReading, revisionBody, sealsOf } from '@sepakat/db'
import { isOpen } from '@sepakat/rules'
import { paperCode } from '@sepakat/rules/papers/signing.ts'
import { problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'
import { type AskedPdf, type AskingPdf, keptPdf } from '#submissions/keptPdf.ts'
import { officialPaperOf } from './officialPaperOf.ts'
import { correctedCells, revisionPaper } from './revisionPaper.ts'
import { type Asked, seenRevisions } from './seenRevisions.ts'
import { signPaper } from './signPaper.ts'
import { revisionView } from './view.ts'

/** The PDF of a paper of a report, or that it is being made; `outside`: it is read by somebody outside its office, which is recorded. */
const keptPaper = (
  asked: AskingPdf & Pick<Context<'GET /submissions/:id/revisions/:n/pdf'>, 'actor' | 'now'>,
  { outside, ...wished }: AskedPdf<Extract<PrintJob, { submission: string }>> & { outside: boolean },
) =>
  keptPdf(asked, wished, async () => {
    const { actor, db, now } = asked
    if (outside) await recordReading(db, { submission: wished.job.submission, actor: actor.id, at: now })
  })

/** The revisions of a submission that who asks may see, oldest first. @throws not-found */
const list = async (asked: Asked) => {
  const { tx, submission, revisions } = await seenRevisions(asked)
  const nameOf = await actorNames(
    tx,
    revisions.flatMap(({ by, corrects }) => [by, corrects?.by ?? null]),
  )
  const seals = await sealsOf(tx, submission.id)
  return { items: revisions.map(revision => revisionView(revision, nameOf, seals.get(revision.n))) }
}

/** The PDF of a revision, or that it is being made. That somebody outside its office reads it is recorded. @throws not-found */
const print = async (
  asked: Pick<Context<'GET /submissions/:id/revisions/:n/pdf'>, 'params' | 'actor' | 'db' | 'now' | 'deps'>,
) => {
  const { tx, submission, revisions, outside } = await seenRevisions(asked)
  const line = revisions.find(({ n }) => n === asked.params.n)
  const paper = line && (await revisionPaper(tx, submission, line))
  if (!line || !paper) throw problem('not-found')
  const job = { submission: submission.id, n: line.n }
  return keptPaper(asked, { paper, job, name: `${line.receipt}.pdf`, outside })
}

/**
 * An official paper of a submission, or of the draft while the report is with its office, which alone may read that; or that it is
 * being made. That somebody outside its office reads it is recorded.
 * @throws not-found, no-right
 */
const printOfficial = async (
  asked: Pick<Context<'GET /submissions/:id/papers/:paper'>, 'params' | 'query' | 'actor' | 'db' | 'now' | 'deps'>,
) => {
  const { params, query, deps } = asked
  const { tx, submission, revisions, outside } = await seenRevisions(asked)
  const n = query.revision ?? (isOpen(submission.status) ? null : submission.latestRevision)
  const line = n === null ? null : revisions.find(one => one.n === n)
  if (line === undefined) throw problem('not-found')
  if (line === null && outside)
    throw problem('no-right', { detail: 'Isian ini masih di tangan perangkat daerahnya dan belum dikirim.' })
  const { publicUrl } = deps.config
  const paper = await officialPaperOf(tx, submission, { paper: params.paper, line, publicUrl })
  if (!paper) throw problem('not-found')
  const job = { submission: submission.id, n: line?.n ?? null, paper: params.paper }
  return keptPaper(asked, { paper, job, name: `${line?.receipt ?? 'draf'} ${params.paper}.pdf`, outside })
}

/** One revision as it was frozen. That somebody outside its office reads it is recorded. @throws not-found */
const read = async (asked: Pick<Context<'GET /submissions/:id/revisions/:n'>, 'params' | 'actor' | 'db' | 'now'>) => {
  const { actor, db, now, params } = asked
  const { tx, submission, revisions, outside } = await seenRevisions(asked)
  const line = revisions.find(({ n }) => n === params.n)
  const body = line && (await revisionBody(tx, submission.id, line.n))
  if (!line || !body) throw problem('not-found')
  if (outside) await recordReading(db, { submission: submission.id, actor: actor.id, at: now })
  const nameOf = await actorNames(tx, [line.by, line.corrects?.by ?? null])
  const seals = await sealsOf(tx, submission.id)
  return {
    ...revisionView(line, nameOf, seals.get(line.n)),
    body,
    corrected: await correctedCells(tx, submission.id, line),
  }
}

/** Whether a paper's number and code are those of a submission. It says no more, to anybody. */
const judgePaper = async ({
  params: { receipt, code },
  db,
}: Pick<Context<'GET /papers/:receipt/:code'>, 'params' | 'db'>) => {
  const sha256 = await findReceipt(reader(db), receipt)
  return { genuine: sha256 !== null && paperCode(sha256) === code.toLowerCase() }
}

export const revisionHandlers = handlers({
  'GET /submissions/:id/revisions': list,
  'GET /submissions/:id/revisions/:n': read,
  'GET /submissions/:id/revisions/:n/pdf': print,
  'GET /submissions/:id/papers/:paper': printOfficial,
  'PUT /submissions/:id/revisions/:n/signature': signPaper,
  'GET /papers/:receipt/:code': judgePaper,
  'GET /signing': async ({ deps: { config } }) => ({
    own: config.signing.own !== null,
    bsre: config.signing.bsre !== null,
  }),
})
