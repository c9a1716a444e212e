import {
  findSubmission,
  type Given,
  givePart,
  listContributors,
  listHandedTo,
  mayTo,
  movePart,
  type PartAsk,
  type PartMoved,
  type Queryable,
  reader,
} from '@sepakat/db'
import { type Anchor, contributionLabels, type Status, statusLabels } from '@sepakat/rules'
import { invalid, type ProblemError, problem } from '../../http/problem.ts'
import { type Context, handlers, reply } from '../../http/route.ts'
import { viewSubmissionIn } from '../../http/view-submission.ts'
import { handedPartView } from './view.ts'

const closed = (status: Status): ProblemError =>
  problem('wrong-status', {
    detail: `Bagian laporan diserahkan selama laporan ada pada perangkat daerah. Laporan ini sedang berstatus "${statusLabels[status]}".`,
  })

const refusedGiving = (given: Exclude<Given, { outcome: 'given' | 'there' }>, asked: 'office' | 'person') => {
  switch (given.outcome) {
    case 'not-found':
    case 'no-right':
      return problem(given.outcome)
    case 'id-taken':
      return problem('exists')
    case 'wrong-status':
      return closed(given.status)
    case 'bad-anchor':
      return invalid(`/anchors/${given.at}`, 'Bagian ini tidak ada pada formulir, atau bukan sebuah baris atau tabel.')
    case 'with-another':
      return problem('in-use', {
        detail: `Bagian ini sedang diisi ${given.name}. Tarik kembali dahulu, lalu serahkan.`,
      })
    case 'not-below':
      return asked === 'office'
        ? invalid('/office', 'Pilih unit di bawah perangkat daerah ini yang masih ada.')
        : invalid('/person', 'Pilih operator perangkat daerah ini atau unit di bawahnya.')
  }
}

const refusedMoving = (moved: Exclude<PartMoved, { outcome: 'moved' | 'there' }>): ProblemError => {
  switch (moved.outcome) {
    case 'not-found':
    case 'no-right':
      return problem(moved.outcome)
    case 'wrong-status':
      return closed(moved.status)
    case 'not-now':
      return problem('wrong-status', {
        detail: `Keadaan bagian ini sekarang: ${contributionLabels[moved.part.status].toLowerCase()}. Muat ulang untuk melihatnya.`,
      })
  }
}

const checkDue = (dueAt: string | undefined, now: Date): Date | undefined => {
  const due = dueAt === undefined ? undefined : new Date(dueAt)
  if (due && due <= now) throw invalid('/dueAt', 'Batas waktu ini sudah lewat. Pilih waktu yang akan datang.')
  return due
}

const shown = async (tx: Queryable, ask: Parameters<typeof viewSubmissionIn>[1]) => {
  const submission = await viewSubmissionIn(tx, ask)
  if (submission === null) throw problem('not-found')
  return submission
}

type PartRoute = `POST /submissions/:id/contributions/:contribution/${'done' | 'take-back' | 'return'}`
type Asked = Pick<Context<PartRoute>, 'params' | 'actor' | 'write' | 'now' | 'today'>

const moving = async (act: PartAsk['act'], asked: Asked, sent: Pick<PartAsk, 'note' | 'dueAt'> = {}) => {
  const { params, actor, write, now, today } = asked
  const asker = { ...actor, today }
  const submission = await write(async tx => {
    const { id, contribution } = params
    const moved = await movePart(tx, { submission: id, contribution, act, asker, now, ...sent })
    if (moved.outcome !== 'moved' && moved.outcome !== 'there') throw refusedMoving(moved)
    return shown(tx, { id, asker, now })
  })
  return reply(submission, { version: submission.version })
}

export const contributionHandlers = handlers({
  'GET /contributions': async ({ actor, db }) => ({
    items: (await listHandedTo(reader(db), actor)).map(handedPartView),
  }),

  'GET /submissions/:id/contributors': async ({ params, actor, db, today }) => {
    const tx = reader(db)
    const asker = { ...actor, today }
    const submission = await findSubmission(tx, params.id)
    if (!submission || !mayTo(asker, 'contribution.manage', submission)) throw problem('not-found')
    return listContributors(tx, submission.officeId, today)
  },

  'POST /submissions/:id/contributions': async ({ params, body, actor, write, now, today }) => {
    const asker = { ...actor, today }
    const dueAt = checkDue(body.dueAt, now)!
    const { id, note, office, person } = body
    const submission = await write(async tx => {
      const given = await givePart(tx, {
        submission: params.id,
        id,
        anchors: body.anchors as Anchor[],
        to: office === undefined ? { person: person! } : { office },
        dueAt,
        note,
        asker,
        now,
      })
      if (given.outcome !== 'given' && given.outcome !== 'there')
        throw refusedGiving(given, office === undefined ? 'person' : 'office')
      return shown(tx, { id: params.id, asker, now })
    })
    return reply(submission, { version: submission.version })
  },

  'POST /submissions/:id/contributions/:contribution/done': asked => moving('done', asked),
  'POST /submissions/:id/contributions/:contribution/take-back': asked => moving('take-back', asked),
  'POST /submissions/:id/contributions/:contribution/return': asked =>
    moving('return', asked, { note: asked.body.note, dueAt: checkDue(asked.body.dueAt, asked.now) }),
})
