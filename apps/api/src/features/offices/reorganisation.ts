import {
  actorNames,
  appendEvent,
  listReorganisations,
  type NamedBelongings,
  officeNames,
  type Queryable,
  readBelongings,
  reader,
  readOffice,
  withdrawReorganisation,
} from '@sepakat/db'
import {
  formTitle,
  type Handed,
  periodTitle,
  planReorganisation,
  type Reorganisation,
  type ReorganisationPlan,
  rowChoice,
} from '@sepakat/rules'
import { checkedReorganisation } from '../../http/duties/check-reorganisation.ts'
import { answerOf, seconded } from '../../http/duties/seconding-view.ts'
import { problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'

const named = async (tx: Queryable, ids: string[]): Promise<(id: string) => { id: string; name: string }> => {
  const names = new Map((await officeNames(tx, ids)).map(({ id, name }) => [id, name]))
  return id => ({ id, name: names.get(id) ?? '' })
}

const shownReport = (
  { outcome, ...report }: ReorganisationPlan['reports'][number],
  office: string,
  nameOf: (id: string) => { id: string; name: string },
) => {
  const stays = 'stays' in outcome
  const to = stays ? [] : 'covered' in outcome ? outcome.covered : [outcome.to, ...outcome.also]
  return {
    title: formTitle(report.form),
    period: report.period,
    periodTitle: periodTitle(report.period),
    begun: report.begun,
    outcome:
      stays || (to[0] === office && to.length === 1)
        ? ('stays' as const)
        : 'to' in outcome
          ? ('moves' as const)
          : ('covered' as const),
    why: stays ? outcome.stays : null,
    to: to.map(nameOf),
  }
}

/** What moves, and beside it what could: an office that goes on keeps what is not chosen for others. */
const shown = async (tx: Queryable, belongings: NamedBelongings, wish: Reorganisation) => {
  const plan = planReorganisation(belongings, wish)
  const nameOf = await named(tx, [wish.office, ...wish.successors])
  const wordsOf = (id: string): string => belongings.names.get(id) ?? ''
  const takers = (ids: string[], moved: Handed[]) =>
    ids.map(id => ({ id, name: wordsOf(id), to: nameOf(moved.find(m => m.id === id)?.to ?? wish.office) }))
  const year = Number(wish.date.slice(0, 4))
  return {
    ends: plan.ends,
    reports: plan.reports.map(report => shownReport(report, wish.office, nameOf)),
    assignments: belongings.assignments
      .filter(({ toYear }) => toYear === null || toYear >= year)
      .map(a => {
        const moved = plan.assignments.find(({ id }) => id === a.id)
        return {
          choice: rowChoice(a),
          title: formTitle(a.form),
          label: wordsOf(a.id),
          from: moved?.from ?? null,
          to: nameOf(moved?.to ?? wish.office),
        }
      }),
    posts: takers(belongings.posts, plan.posts),
    keys: takers(belongings.keys, plan.keys),
    contributions: takers(belongings.contributions, plan.contributions),
    units: takers(belongings.units, plan.units),
  }
}

const decided = async (tx: Queryable, office: string) => {
  const rows = await listReorganisations(tx, office)
  const nameOf = await named(
    tx,
    rows.flatMap(({ successors }) => successors),
  )
  const actorOf = await actorNames(
    tx,
    rows.map(({ by }) => by),
  )
  return rows.map(({ successors, by, at, doneAt, ...row }) => ({
    ...row,
    successors: successors.map(nameOf),
    by: actorOf(by),
    at: at.toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
  }))
}

/** Merging and splitting offices (design §4, decision 0049). */
export const reorganisationHandlers = handlers({
  'GET /offices/:id/reorganisation': async ({ params: { id }, db, today }) => {
    const tx = reader(db)
    if ((await readOffice(tx, id, today)) === null) throw problem('not-found')
    return { items: await decided(tx, id) }
  },

  'POST /offices/:id/reorganisation/preview': async ({ params: { id }, body, db, today }) => {
    const tx = reader(db)
    const wish = await checkedReorganisation(tx, id, body)
    const belongings = await readBelongings(tx, wish, { lock: false })
    return {
      atOnce: wish.date <= today,
      ...(await shown(tx, belongings, wish)),
    }
  },

  'POST /offices/:id/reorganisation': async ({ params: { id: office }, body, actor, write, now, today, deps }) => {
    const successors = body.successors as Reorganisation['successors']
    const act = { kind: 'reorganisation', office, ...body, successors } as const
    const asks = { actor, now, today, deps }
    const read = (tx: Queryable) => async (made: string | null) =>
      (await decided(tx, office)).find(({ id }) => id === made)!
    return answerOf(await write(tx => seconded(tx, act, asks, read(tx))))
  },

  'DELETE /offices/:id/reorganisation': async ({ params: { id }, actor, write, now }) =>
    write(async tx => {
      const reorganisation = await withdrawReorganisation(tx, id)
      if (reorganisation === null) throw problem('not-found')
      const data = { office: id, change: 'reorganisation-withdrawn', reorganisation }
      await appendEvent(tx, { stream: 'rights', type: 'office.changed', actor: actor.id, at: now, data })
      return null
    }),
})
