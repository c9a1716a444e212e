import {
  addPost,
  appendEvent,
  endPost,
  isLastAdmin,
  lockPerson,
  type PostIn,
  type PostRow,
  type Queryable,
  readPost,
  unknownOffices,
} from '@sepakat/db'
import type { ActorId } from '@sepakat/rules'
import { invalid, problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'

/** Without an admin nobody could give posts or codes any more. */
export const lastAdmin = () => {
  const message =
    'Ini pengelola sistem terakhir. Beri dahulu jabatan pengelola sistem tanpa tanggal akhir, yang sudah mulai berlaku, kepada orang lain.'
  return problem('needs-unmet', { detail: message, needs: [{ code: 'another-admin', message }] })
}

/** What makes no sense in the dates or the reach of a post, and at which of its fields; null where all does. */
export const postFault = (post: PostIn): { at: string; message: string } | null => {
  if (post.to !== null && post.to < post.from)
    return { at: 'to', message: 'Tanggal akhir tidak boleh sebelum tanggal mulai.' }
  if (!post.region && post.offices.length === 0)
    return { at: 'offices', message: 'Pilih perangkat daerah, atau seluruh daerah.' }
  if (post.role === 'admin' && !(post.region && post.reportTypes.length === 0))
    return {
      at: post.region ? 'reportTypes' : 'offices',
      message: 'Pengelola sistem selalu untuk seluruh daerah dan semua jenis laporan.',
    }
  return null
}

/** Gives a post, unless its dates or offices make no sense. `at` is where it stands in the request. */
export const grant = async (
  tx: Queryable,
  { personId, post, actor, now, at }: { personId: string; post: PostIn; actor: ActorId; now: Date; at: string },
): Promise<PostRow> => {
  const fault = postFault(post)
  if (fault) throw invalid(`${at}/${fault.at}`, fault.message)
  const [unknown] = await unknownOffices(tx, post.offices)
  if (unknown !== undefined)
    throw invalid(`${at}/offices/${post.offices.indexOf(unknown)}`, 'Perangkat daerah ini tidak ada.')
  const id = await addPost(tx, personId, post)
  const data = { post: id, person: personId, ...post, actingFor: undefined }
  await appendEvent(tx, { stream: 'rights', type: 'post.granted', actor, at: now, data, binds: { post: [id] } })
  return (await readPost(tx, id))!
}

export const postHandlers = handlers({
  'POST /people/:id/posts': async ({ params: { id }, body: post, actor, write, now }) =>
    write(async tx => {
      if ((await lockPerson(tx, id)) === null) throw problem('not-found')
      return grant(tx, { personId: id, post, actor: actor.id, now, at: '' })
    }),

  'POST /posts/:id/end': async ({ params: { id }, body: { to }, actor, write, now, today }) =>
    write(async tx => {
      const post = await readPost(tx, id)
      if (post === null) throw problem('not-found')
      if (to < post.from) throw invalid('/to', 'Tanggal akhir tidak boleh sebelum jabatan ini mulai.')
      await lockPerson(tx, post.personId)
      const shortened = post.to === null || to < post.to
      if (shortened && (await isLastAdmin(tx, { post: id }, today))) throw lastAdmin()
      await endPost(tx, id, to)
      const data = { post: id, person: post.personId, to }
      await appendEvent(tx, {
        stream: 'rights',
        type: 'post.ended',
        actor: actor.id,
        at: now,
        data,
        binds: { post: [id] },
      })
      return (await readPost(tx, id))!
    }),
})
