import { officeNames, type Queryable, readSpans } from '@sepakat/db'
import { isThere, planReorganisation, type Reorganisation, type RightsActOf } from '@sepakat/rules'
import { shortDay } from '@sepakat/rules/periods/dates.ts'
import { namedBelongings } from './belongings.ts'

type Parent = RightsActOf<'office-parent'>

/** What another parent does to rights, and what else of the office changes with it. */
export const officeWords = async (tx: Queryable, { office, span }: Parent): Promise<string[]> => {
  const before = (await readSpans(tx, office)).find(one => isThere([one], span.from))
  const [above] = await officeNames(tx, span.parent === null ? [] : [span.parent])
  const urusan = span.urusan.join(', ')
  return [
    `${before?.name ?? ''} berada di bawah ${above?.name ?? ''} mulai ${shortDay(span.from)}: jabatan dan kunci yang mencakup ${above?.name ?? ''} mencakupnya juga.`,
    ...(before?.name === span.name ? [] : [`Namanya menjadi ${span.name}.`]),
    ...(before?.urusan.join(', ') === urusan ? [] : [`Urusannya menjadi ${urusan || 'kosong'}.`]),
  ]
}

/** What a merge or split does to rights, a sentence for each post and key that would reach more by what there is now. */
export const reorganisationWords = async (tx: Queryable, wish: Reorganisation): Promise<string[]> => {
  const { office, successors, date } = wish
  const names = new Map((await officeNames(tx, [office, ...successors])).map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? ''
  const belongings = await namedBelongings(tx, wish)
  const { posts, keys } = planReorganisation(belongings, wish)
  const did = successors.length > 1 ? 'dipecah' : 'digabung'
  return [
    `${nameOf(office)} ${did} ke ${successors.map(nameOf).join(', ')} mulai ${shortDay(date)}, dengan laporan, jabatan, dan kuncinya.`,
    ...posts.map(({ id, to }) => `Jabatan ${belongings.names.get(id) ?? ''} mencakup ${nameOf(to)}.`),
    ...keys.map(({ id, to }) => `Kunci API ${belongings.names.get(id) ?? ''} mencakup ${nameOf(to)}.`),
  ]
}
