import { v7 } from 'uuid'
import { newPerson, verifierPost } from '../attacks/dutiesGround.ts'
import type { Asking, Ground, Scene, Scenes } from './ground.ts'

const newName = () => `u-${v7().slice(-12)}`
const scopes = ['submission.read']
const row = { name: 'Impor', nip: '', office: '', role: 'Verifikator', reportTypes: '', from: '', to: '' }
const asked = (
  { second: { api, attacker } }: Ground,
  ...[method, path, body]: Parameters<typeof attacker.call>
): Asking => ({
  of: api,
  ask: () => attacker.call(method, path, body),
})

/** Acts on rights, each of which waits for a second person. */
export const waiting: Record<string, Scene> = {
  'POST /people': async ground =>
    asked(ground, 'POST', '/people', { name: 'Baru', username: newName(), post: verifierPost }),
  'PATCH /people/:id': async ground => {
    const { api } = ground.second
    const { personId: id } = await api.as({ role: 'verifier' })
    await api.db.prisma.person.update({ where: { id }, data: { disabledAt: new Date() } })
    return asked(ground, 'PATCH', `/people/${id}`, { disabled: false })
  },
  'POST /people/:id/second-factor/reset': async ground => {
    const { api } = ground.second
    const { personId } = await api.as({ role: 'verifier' })
    await api.db.prisma.secondFactor.create({ data: { personId, secret: 'x', setUpAt: new Date() } })
    return asked(ground, 'POST', `/people/${personId}/second-factor/reset`)
  },
  'POST /people/:id/posts': async ground => {
    const { id } = await newPerson(ground.second.api)
    return asked(ground, 'POST', `/people/${id}/posts`, verifierPost)
  },
  'POST /posts/:id/end': async ground => {
    const { postId } = await ground.second.api.as({ role: 'verifier', to: new Date('2026-06-30') })
    return asked(ground, 'POST', `/posts/${postId}/end`, { to: '2099-12-31' })
  },
  'POST /keys': async ground => {
    const owner = ground.second.team.verifier.personId
    const key = { name: 'Aplikasi', owner, scopes, region: true, expires: '2099-12-31' }
    return asked(ground, 'POST', '/keys', key)
  },
  'PATCH /keys/:id': async ground => {
    const { api, team } = ground.second
    const { keyId } = await api.withKey({ owner: team.verifier.personId, scopes: ['submission.read'] })
    return asked(ground, 'PATCH', `/keys/${keyId}`, { owner: team.secondVerifier.personId })
  },
  'POST /people/import': async ground =>
    asked(ground, 'POST', '/people/import', { people: [{ ...row, username: newName() }] }),
  'PUT /settings/:key': async ground => asked(ground, 'PUT', '/settings/duties', { value: { second: false } }),
}

/** The same act, about to be approved by a second person. */
export const approved =
  (act: Scene): Scene =>
  async ground => {
    const { api, approver, approve } = ground.second
    const answer = await (await act(ground)).ask()
    if (answer.statusCode !== 202) throw new Error(`${answer.statusCode} ${answer.body}`)
    return { of: api, ask: () => approve(approver, answer.json()) }
  }

/** Where no second person could confirm it, it is done at once. */
export const posted: Record<'POST /people' | 'POST /people/import', Scene> = {
  'POST /people': async ({ alone: { api, admin } }) => ({
    of: api,
    ask: () => admin.call('POST', '/people', { name: 'Baru', username: newName(), post: verifierPost }),
  }),
  'POST /people/import': async ({ alone: { api, admin } }) => ({
    of: api,
    ask: () => admin.call('POST', '/people/import', { people: [{ ...row, username: newName() }] }),
  }),
}

export const declined: Scenes = {
  'second.withdrawn': async ground => {
    const { api, ask } = ground.second
    const { id } = await ask((await newPerson(api)).id, verifierPost)
    return asked(ground, 'POST', `/secondings/${id}/decline`, { reason: 'Salah orang.' })
  },
}
