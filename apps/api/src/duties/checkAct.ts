import {
  lockOffices,
  lockPerson,
  type Queryable,
  readAdminPosts,
  readKeyLine,
  readPost,
  readSecondFactor,
  readSelf,
  unknownOffices,
} from '@sepakat/db'
import { isLastAdmin, keyUse, type Permission, type RightsAct, scopeWord } from '@sepakat/rules'
import { lacking } from '#http/lacking.ts'
import { invalid, problem } from '#http/problem.ts'
import { checkSpan } from './checkOffice.ts'
import { checkedReorganisation, requireNoneWaits } from './checkReorganisation.ts'

/** Without an admin no one could give posts or codes any more. */
const lastAdmin = () =>
  lacking(
    'another-admin',
    'Ini pengelola sistem terakhir. Beri dahulu jabatan pengelola sistem tanpa tanggal akhir, yang sudah mulai berlaku, kepada orang lain.',
  )

const checkOffices = async (tx: Queryable, offices: readonly string[], at: string): Promise<void> => {
  const [unknown] = await unknownOffices(tx, [...offices])
  if (unknown !== undefined)
    throw invalid(`${at}/offices/${offices.indexOf(unknown)}`, 'Perangkat daerah ini tidak ada.')
}

/** Who answers for a key holds a post that gives each of its scopes. */
const checkOwner = async (tx: Queryable, owner: string, scopes: readonly Permission[], today: string) => {
  const person = await lockPerson(tx, owner)
  const posts = (await readSelf(tx, owner, today))?.posts ?? []
  if (person === null || person.disabledAt !== null || posts.length === 0)
    throw invalid('/owner', 'Pilih orang yang masih aktif dan memegang jabatan sebagai penanggung jawab.')
  const { idle } = keyUse(scopes, posts)
  if (idle.length > 0)
    throw invalid(
      '/owner',
      `Jabatan ${person.name} tidak memberi wewenang ${idle.map(scopeWord).join(', ')}, dan kunci tidak dapat berbuat lebih dari penanggung jawabnya. Pilih orang lain, atau kurangi wewenangnya.`,
    )
}

/**
 * Whether an act on rights makes sense now: when it is asked, and again when it is seconded. `at` is where its post is in the
 * request. @throws invalid, not-found, needs-unmet
 */
export const checkAct = async (tx: Queryable, act: RightsAct, today: string, at = ''): Promise<void> => {
  switch (act.kind) {
    case 'posts':
      for (const { person, post } of act.posts) {
        if ((await lockPerson(tx, person)) === null) throw problem('not-found')
        await checkOffices(tx, post.offices, at)
      }
      return
    case 'post-end': {
      await lockPerson(tx, act.person)
      const post = await readPost(tx, act.post)
      if (post === null) throw problem('not-found')
      if (act.to < post.from) throw invalid('/to', 'Tanggal akhir tidak boleh sebelum jabatan ini mulai.')
      const shortened = post.to === null || act.to < post.to
      if (shortened && isLastAdmin(await readAdminPosts(tx), { post: post.id }, today)) throw lastAdmin()
      return
    }
    // The row's own id: one that was asked for may be in capitals
    case 'access': {
      const person = await lockPerson(tx, act.person)
      if (person === null) throw problem('not-found')
      if (act.disabled && isLastAdmin(await readAdminPosts(tx), { person: person.id }, today)) throw lastAdmin()
      return
    }
    case 'key':
      await checkOwner(tx, act.key.owner, act.key.scopes, today)
      await checkOffices(tx, act.key.offices, '')
      if (act.key.expires < today)
        throw invalid('/expires', 'Tanggal berakhir ini sudah lewat. Pilih hari ini atau sesudahnya.')
      return
    case 'key-owner': {
      const key = await readKeyLine(tx, act.key, today)
      if (key === null) throw problem('not-found')
      if (key.revokedAt !== null) throw problem('in-use', { detail: 'Kunci ini sudah dicabut. Terbitkan yang baru.' })
      if (act.from !== undefined && act.from !== key.ownerId)
        throw problem('in-use', { detail: `Kunci ini sudah dipindahkan kepada ${key.owner}.` })
      await checkOwner(tx, act.person, key.scopes, today)
      return
    }
    case 'second-factor':
      if ((await lockPerson(tx, act.person)) === null) throw problem('not-found')
      if (!(await readSecondFactor(tx, act.person))?.secret)
        throw problem('needs-unmet', { detail: 'Orang ini belum memasang verifikasi dua langkah.' })
      return
    case 'office-parent':
      await lockOffices(tx)
      return checkSpan(tx, act.office, act.span)
    case 'reorganisation':
      await lockOffices(tx)
      await checkedReorganisation(tx, act.office, act)
      return requireNoneWaits(tx, act.office)
    case 'setting':
      return
  }
}
