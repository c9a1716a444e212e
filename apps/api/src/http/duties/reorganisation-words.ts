import { officeNames, type Queryable, readBelongings } from '@sepakat/db'
import { planReorganisation, type Reorganisation } from '@sepakat/rules'
import { shortDay } from '@sepakat/rules/words/dates.ts'

/** What a merge or split does to rights, a sentence for each post and key that would reach more by what there is now. */
export const reorganisationWords = async (tx: Queryable, wish: Reorganisation): Promise<string[]> => {
  const { office, successors, date } = wish
  const names = new Map((await officeNames(tx, [office, ...successors])).map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? ''
  const belongings = await readBelongings(tx, wish, { lock: false })
  const { posts, keys } = planReorganisation(belongings, wish)
  const did = successors.length > 1 ? 'dipecah' : 'digabung'
  return [
    `${nameOf(office)} ${did} ke ${successors.map(nameOf).join(', ')} mulai ${shortDay(date)}, dengan laporan, jabatan, dan kuncinya.`,
    ...posts.map(({ id, to }) => `Jabatan ${belongings.names.get(id) ?? ''} mencakup ${nameOf(to)}.`),
    ...keys.map(({ id, to }) => `Kunci API ${belongings.names.get(id) ?? ''} mencakup ${nameOf(to)}.`),
  ]
}
