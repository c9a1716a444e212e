import { awaitedFrom, listReorganisations, plannedToEnd, type Queryable, readParents, readSpans } from '@sepakat/db'
import { isThere, type Reorganisation } from '@sepakat/rules'
import { invalid, problem } from '#http/problem.ts'

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

/** A merge or split that makes sense. @throws where the office or a successor is none on that day, or a choice is for somebody else */
export const checkedReorganisation = async (
  tx: Queryable,
  office: string,
  { successors, date, choices }: Wish,
): Promise<Reorganisation> => {
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
  // Units below go to the first: one that is below them itself would be its own parent.
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

/** @throws in-use where one of this office waits already */
export const requireNoneWaits = async (tx: Queryable, office: string): Promise<void> => {
  if ((await listReorganisations(tx, office)).some(({ status }) => status === 'planned'))
    throw problem('in-use', {
      detail: 'Sudah ada penggabungan atau pemecahan yang menunggu. Batalkan dahulu yang itu.',
    })
}
