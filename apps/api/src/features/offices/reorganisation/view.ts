import { actorNames, listReorganisations, officeNames, type Queryable } from '@sepakat/db'
import {
  formTitle,
  type Handed,
  periodTitle,
  planReorganisation,
  type Reorganisation,
  type ReorganisationPlan,
  rowChoice,
} from '@sepakat/rules'
import type { NamedBelongings } from '#duties/belongings.ts'

const named = async (tx: Queryable, ids: string[]): Promise<(id: string) => { id: string; name: string }> => {
  const names = new Map((await officeNames(tx, ids)).map(({ id, name }) => [id, name]))
  return id => ({ id, name: names.get(id) ?? '' })
}

const reportView = (
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
export const previewView = async (tx: Queryable, belongings: NamedBelongings, wish: Reorganisation) => {
  const plan = planReorganisation(belongings, wish)
  const nameOf = await named(tx, [wish.office, ...wish.successors])
  const wordsOf = (id: string): string => belongings.names.get(id) ?? ''
  const takers = (ids: string[], moved: Handed[]) =>
    ids.map(id => ({ id, name: wordsOf(id), to: nameOf(moved.find(m => m.id === id)?.to ?? wish.office) }))
  const year = Number(wish.date.slice(0, 4))
  return {
    ends: plan.ends,
    reports: plan.reports.map(report => reportView(report, wish.office, nameOf)),
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

/** All that were decided of an office, the newest first. */
export const reorganisationViews = async (tx: Queryable, office: string) => {
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
