import {
  actorNames,
  correctedCells,
  enqueue,
  findSubmission,
  type PrintJob,
  type RevisionLine,
  reader,
  recordReading,
  revisionBody,
  sealsOf,
  transaction,
} from '@sepakat/db'
import { paperKey } from '@sepakat/documents'
import { isInside, mayTo } from '../../http/asker.ts'
import { disposition } from '../../http/disposition.ts'
import { problem } from '../../http/problem.ts'
import { type Context, handlers, reply } from '../../http/route.ts'
import { visibleRevisions } from '../../http/visible-revisions.ts'
import { paperAddress, readIfKept } from '../../storage/file-store.ts'
import { revisionPaper } from './revision-paper.ts'

type Asked = Pick<Context<'GET /submissions/:id/revisions'>, 'params' | 'actor' | 'db' | 'today'>

const read = async ({ params, actor, db, today }: Asked) => {
  const tx = reader(db)
  const asker = { ...actor, today }
  const submission = await findSubmission(tx, params.id)
  if (!submission || !mayTo(asker, 'submission.read', submission)) throw problem('not-found')
  const revisions = await visibleRevisions(tx, asker, submission)
  const nameOf = await actorNames(
    tx,
    revisions.flatMap(({ by, corrects }) => [by, corrects?.by ?? null]),
  )
  const seals = await sealsOf(tx, submission.id)
  const line = ({ at, by, corrects, ...revision }: RevisionLine) => {
    const seal = seals.get(revision.n)
    return {
      ...revision,
      corrects: corrects && { ...corrects, by: nameOf(corrects.by), at: corrects.at.toISOString() },
      at: at.toISOString(),
      by: nameOf(by),
      seal: seal ? { mark: seal.mark, at: seal.at.toISOString() } : null,
    }
  }
  return { tx, asker, submission, revisions, lines: revisions.map(line) }
}

export const revisionHandlers = handlers({
  'GET /submissions/:id/revisions': async asked => ({ items: (await read(asked)).lines }),

  'GET /submissions/:id/revisions/:n': async asked => {
    const { tx, asker, submission, lines } = await read(asked)
    const line = lines.find(({ n }) => n === asked.params.n)
    const body = line && (await revisionBody(tx, submission.id, line.n))
    if (!line || !body) throw problem('not-found')
    if (!isInside(asker, submission))
      await recordReading(asked.db, { submission: submission.id, actor: asker.id, at: asked.now })
    return { ...line, body, corrected: await correctedCells(tx, submission.id, line) }
  },

  'GET /submissions/:id/revisions/:n/pdf': async asked => {
    const { tx, asker, submission, revisions } = await read(asked)
    const line = revisions.find(({ n }) => n === asked.params.n)
    const paper = line && (await revisionPaper(tx, submission, line))
    if (!line || !paper) throw problem('not-found')
    const key = paperKey(paper)
    const pdf = await readIfKept(asked.deps.storage, paperAddress(key))
    if (!pdf) {
      const job: PrintJob = { submission: submission.id, n: line.n }
      await transaction(asked.db, inside => enqueue(inside, 'print', key, job))
      return reply<unknown>({ state: 'being-made' }, { pending: true, headers: { 'retry-after': '2' } })
    }
    if (!isInside(asker, submission))
      await recordReading(asked.db, { submission: submission.id, actor: asker.id, at: asked.now })
    return reply<unknown>(pdf, {
      version: key,
      headers: { 'content-type': 'application/pdf', 'content-disposition': disposition(`${line.receipt}.pdf`) },
    })
  },
})
