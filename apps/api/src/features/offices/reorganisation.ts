import {
  actorNames,
  addReorganisation,
  appendEvent,
  awaitedFrom,
  carryOutReorganisation,
  formTitle,
  listReorganisations,
  lockOffices,
  type NamedBelongings,
  officeNames,
  plannedToEnd,
  type Queryable,
  readBelongings,
  reader,
  readOffice,
  readParents,
  readSpans,
  withdrawReorganisation,
} from '@sepakat/db'
import {
  type Handed,
  isThere,
  periodTitle,
  planReorganisation,
  type Reorganisation,
  type ReorganisationPlan,
  rowChoice,
} from '@sepakat/rules'
import { invalid, problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'

type Wish = Pick<Reorganisation, 'date' | 'choices'> & { successors: string[] }

/** The offices above one on a day, from the nearest. */
const parentsOn = async (tx: Queryable, office: string, day: string): Promise<string[]> => {
  const links = (await readParents(tx)).filter(({ from, to }) => from <= day && (to === null || to >= day))
  const parents = new Map(links.map(link => [link.office, link.parent]))
  const above: string[] = []
  for (let at = parents.get(office); at && !above.includes(at); at = parents.get(at)) above.push(at)
  return above
}

/** @throws where by another plan a successor is no more on that day, or the office is to take over something after its own end */
const requireNoEndBefore = async (
  tx: Queryable,
  { office, successors, date }: Pick<Wish, 'successors' | 'date'> & { office: string },
): Promise<void> => {
  const others = successors.filter(successor => successor !== office)
  const [ending] = await plannedToEnd(tx, others, date)
  if (ending !== undefined)
    throw invalid(
      `/successors/${successors.indexOf(ending)}`,
      'Penerus ini sendiri direncanakan bergabung atau dipecah paling lambat pada tanggal itu. Pilih penerusnya.',
    )
  if (others.length === successors.length && (await awaitedFrom(tx, office, date)))
    throw invalid(
      '/date',
      'Perangkat daerah ini menjadi penerus dalam rencana lain yang baru berlaku pada atau sesudah tanggal itu. Batalkan dahulu rencana itu, atau pilih tanggal sesudahnya.',
    )
}

/** @throws where the office or a successor is none on that day, or a choice is for somebody else */
const checked = async (tx: Queryable, office: string, { successors, date, choices }: Wish): Promise<Reorganisation> => {
  const own = await readSpans(tx, office)
  if (own.length === 0) throw problem('not-found')
  if (!isThere(own, date) || own[0]!.from >= date)
    throw invalid('/date', 'Perangkat daerah ini tidak ada pada tanggal itu. Pilih tanggal selama ia masih berlaku.')
  for (const [i, successor] of successors.entries()) {
    if (successors.indexOf(successor) !== i) throw invalid(`/successors/${i}`, 'Penerus ini ditulis dua kali.')
    if (!isThere(await readSpans(tx, successor), date))
      throw invalid(`/successors/${i}`, 'Penerus ini tidak ada pada tanggal itu. Tambahkan dahulu bila baru.')
  }
  if (successors.every(successor => successor === office))
    throw invalid('/successors', 'Pilih penerus selain perangkat daerah ini sendiri.')
  await requireNoEndBefore(tx, { office, successors, date })
  // Units below go to the first: one that is below them itself would stand under itself.
  const above = await parentsOn(tx, successors[0]!, date)
  if (above.indexOf(office) > 0)
    throw invalid(
      '/successors/0',
      'Penerus pertama berada di bawah unit perangkat daerah ini. Pindahkan induknya dahulu.',
    )
  const stranger = Object.entries(choices).find(([, to]) => !successors.includes(to))
  if (stranger) throw invalid('/choices', 'Pilihan ini menunjuk perangkat daerah yang bukan penerus.')
  const [first, ...others] = successors
  return { office, successors: [first!, ...others], date, choices }
}

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
    const wish = await checked(tx, id, body)
    const belongings = await readBelongings(tx, wish, { lock: false })
    return {
      atOnce: wish.date <= today,
      ...(await shown(tx, belongings, wish)),
    }
  },

  'POST /offices/:id/reorganisation': async ({ params: { id }, body, actor, write, now, today }) =>
    write(async tx => {
      await lockOffices(tx)
      const wish = await checked(tx, id, body)
      const reorganisation = await addReorganisation(tx, { ...wish, by: actor.id, at: now })
      if (reorganisation === null)
        throw problem('in-use', {
          detail: 'Sudah ada penggabungan atau pemecahan yang menunggu. Batalkan dahulu yang itu.',
        })
      const { successors, date, choices } = wish
      const data = { office: id, change: 'reorganisation-planned', reorganisation, successors, date, choices }
      await appendEvent(tx, { stream: 'rights', type: 'office.changed', actor: actor.id, at: now, data })
      if (date <= today) await carryOutReorganisation(tx, reorganisation, now)
      return (await decided(tx, id)).find(one => one.id === reorganisation)!
    }),

  'DELETE /offices/:id/reorganisation': async ({ params: { id }, actor, write, now }) =>
    write(async tx => {
      const reorganisation = await withdrawReorganisation(tx, id)
      if (reorganisation === null) throw problem('not-found')
      const data = { office: id, change: 'reorganisation-withdrawn', reorganisation }
      await appendEvent(tx, { stream: 'rights', type: 'office.changed', actor: actor.id, at: now, data })
      return null
    }),
})
