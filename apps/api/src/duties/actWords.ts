import { officeNames, type Queryable, readKeyLine, readPerson, readPost, readSpans } from '@sepakat/db'
import {
  isThere,
  type NewPost,
  planReorganisation,
  type Reorganisation,
  type ReportType,
  type RightsAct,
  type RightsActOf,
  scopeWord,
  titleOfPost,
} from '@sepakat/rules'
import { shortDay } from '@sepakat/rules/periods/dates.ts'
import { namedBelongings } from './belongings.ts'

type Parent = RightsActOf<'office-parent'>

/** What another parent does to rights, and what else of the office changes with it. */
const officeWords = async (tx: Queryable, { office, span }: Parent): Promise<string[]> => {
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
const reorganisationWords = async (tx: Queryable, wish: Reorganisation): Promise<string[]> => {
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

const typesText = (types: readonly ReportType[]): string =>
  types.length > 0 ? types.map(type => type.toUpperCase()).join(', ') : 'semua laporan'
const spanText = (from: string, to: string | null): string =>
  to === null ? `mulai ${shortDay(from)}` : `${shortDay(from)} sampai ${shortDay(to)}`

/** A sentence that may end in a title, `S.E.`, has one full stop. */
const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`)

/** Exactly what an act on rights does, a sentence for each right, as the second person reads it. */
export const actWords = async (tx: Queryable, act: RightsAct, today: string): Promise<string[]> => {
  const nameOf = async (id: string) => (await readPerson(tx, id))?.name ?? 'orang yang tidak dikenal lagi'
  /** Names are given by who asks, and several people may have one: the name one signs in with is unique. */
  const whoIs = async (id: string) => {
    const person = await readPerson(tx, id)
    return person === null ? nameOf(id) : `${person.name} (${person.nip ?? person.username})`
  }
  const places = async (region: boolean, offices: readonly string[]) =>
    region ? 'seluruh daerah' : (await officeNames(tx, [...offices])).map(({ name }) => name).join(', ')
  const postText = async (post: NewPost) =>
    [
      titleOfPost(post),
      await places(post.region, post.offices),
      typesText(post.reportTypes),
      spanText(post.from, post.to),
    ].join('; ')
  switch (act.kind) {
    case 'posts':
      return Promise.all(act.posts.map(async ({ person, post }) => `${await whoIs(person)}: ${await postText(post)}.`))
    case 'post-end': {
      const post = await readPost(tx, act.post)
      return [`Jabatan ${post ? titleOfPost(post) : ''} ${await whoIs(act.person)} berakhir pada ${shortDay(act.to)}.`]
    }
    case 'access':
      return [
        `${await whoIs(act.person)} ${act.disabled ? 'dinonaktifkan dan dikeluarkan dari semua perangkat' : 'diaktifkan kembali dengan jabatannya'}.`,
      ]
    case 'key': {
      const { name, scopes, reportTypes, region, offices, expires } = act.key
      const reach = [await places(region, offices), typesText(reportTypes), `sampai ${shortDay(expires)}`].join('; ')
      return [
        sentence(
          `Kunci API ${name}: ${scopes.map(scopeWord).join(', ')}; ${reach}; penanggung jawab ${await whoIs(act.person)}`,
        ),
      ]
    }
    case 'key-owner': {
      const key = await readKeyLine(tx, act.key, today)
      const from = act.from ? await nameOf(act.from) : (key?.owner ?? '')
      return [
        sentence(
          `Kunci API ${key?.name ?? ''} (${key?.scopes.map(scopeWord).join(', ') ?? ''}) dipindahkan dari ${from} kepada ${await whoIs(act.person)}`,
        ),
      ]
    }
    case 'second-factor':
      return [
        `Verifikasi dua langkah ${await whoIs(act.person)} dilepas, dan ia dikeluarkan dari semua perangkat. Sesudah itu sandinya saja cukup untuk masuk, sampai ia memasang yang baru.`,
      ]
    case 'office-parent':
      return officeWords(tx, act)
    case 'reorganisation':
      return reorganisationWords(tx, act)
    case 'setting':
      return [`Pengaturan: persetujuan kedua ${act.second ? 'dinyalakan' : 'dimatikan'} untuk seluruh daerah.`]
  }
}
