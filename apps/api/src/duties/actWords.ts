import { officeNames, type Queryable, readKeyLine, readPerson, readPost } from '@sepakat/db'
import { type NewPost, type ReportType, type RightsAct, scopeWord, titleOfPost } from '@sepakat/rules'
import { shortDay } from '@sepakat/rules/periods/dates.ts'
import { officeWords, reorganisationWords } from './officeWords.ts'

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
