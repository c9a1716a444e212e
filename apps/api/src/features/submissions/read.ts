import {
  type Asker,
  type Database,
  findSubmission,
  isOwn,
  type LoadedSource,
  loadForm,
  mayRead,
  mayTo,
  moveVersion,
  reader,
  type SubmissionRecord,
  viewSubmission,
} from '@sepakat/db'
import { invalid, problem } from '../../http/problem.ts'
import { handlers, reply } from '../../http/route.ts'

const seen = async (db: Database, id: string, asker: Asker): Promise<SubmissionRecord> => {
  const submission = await findSubmission(reader(db), id)
  if (!submission || !mayTo(asker, 'submission.read', submission)) throw problem('not-found')
  return submission
}

const view = async (db: Database, id: string, asker: Asker, now: Date, refresh: boolean) => {
  const submission = await viewSubmission(db, { id, asker, now, refresh })
  if (submission === null) throw problem('not-found')
  return submission
}

/** A source as a device takes it: which submission it was goes along, so that it can be opened. */
const onWire = ({ picked, ...source }: LoadedSource) => ({
  ...source,
  ...(picked && { submission: picked.submission }),
})

export const readHandlers = handlers({
  'GET /submissions/:id': async ({ params, actor, db, now, today }) =>
    view(db, params.id, { ...actor, today }, now, true),

  'GET /submissions/:id/form': async ({ params, actor, db, today }) => {
    const asker = { ...actor, today }
    const submission = await seen(db, params.id, asker)
    if (!mayRead(asker, submission)) throw problem('no-right')
    const { form, formVersion: version, officeId: office, period, number, plan } = submission
    const drafts = isOwn(asker, submission)
    const loaded = await loadForm(reader(db), { form, version, office, period, number, plan, drafts })
    if (loaded === null) throw problem('not-found')
    const { sources, ...scope } = loaded.scope
    const sent = Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, onWire(source)]))
    return {
      form,
      formVersion: version,
      sha256: loaded.sha256,
      ruleSet: { ...loaded.rules },
      settings: loaded.settings,
      scope: { ...scope, number, sources: sent },
    }
  },

  'POST /submissions/:id/version': async ({ params, body, actor, db, now, today, write }) => {
    const asker = { ...actor, today }
    const moved = await write(tx => moveVersion(tx, { id: params.id, to: body.to, asker, now }))
    if (moved.outcome === 'not-newest')
      throw invalid('/to', `Versi terbaru formulir ini adalah ${moved.newest}. Muat ulang, lalu pilih versi itu.`)
    if (moved.outcome !== 'moved' && moved.outcome !== 'there') throw problem(moved.outcome)
    const submission = await view(db, params.id, asker, now, true)
    return reply(submission, { version: submission.version })
  },
})
