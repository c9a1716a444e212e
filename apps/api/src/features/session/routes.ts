import {
  accessStream,
  appendEvent,
  endSession,
  endSessions,
  listSessions,
  lockSession,
  putPassword,
  readDeviceKey,
  reader,
  readSelf,
  setSessionPost,
} from '@sepakat/db'
import about from '#package.json' with { type: 'json' }
import { isOwnMachine } from '../../http/own-machine.ts'
import { invalid, problem } from '../../http/problem.ts'
import { handlers, reply } from '../../http/route.ts'
import { demoLines } from './demo.ts'
import { deviceOf } from './device.ts'
import { localWords } from './local-words.ts'
import { keyOf, meOf } from './me.ts'
import { requireOwnPassword, sessionOf } from './own-session.ts'
import { flawOf } from './password-rules.ts'
import { signIn, signInByCode } from './sign-in.ts'

export const sessionHandlers = handlers({
  'GET /public': async ({ db, deps, request }) => {
    const { region, contact } = await deps.region.get()
    const demo = deps.config.demo && isOwnMachine(request) ? await demoLines(db) : []
    return { region, contact, version: about.version, demo }
  },

  'POST /session': async ({ body: { name, password, secondFactor, device }, deps, request, now, today }) => {
    const opened = await signIn({ deps, request, now, today, name, secondFactor, device }, password)
    return reply(await meOf(deps, now, opened), { cookies: opened.cookies })
  },

  'POST /session/code': async ({ body: { name, code, password, secondFactor, device }, deps, request, now, today }) => {
    const opened = await signInByCode({ deps, request, now, today, name, secondFactor, device }, code, password)
    return reply(await meOf(deps, now, opened), { cookies: opened.cookies })
  },

  'GET /session': async ({ query: { device }, actor, db, deps, now, today }) => {
    const personId = actor.person.id
    const self = await readSelf(reader(db), personId, today)
    if (self === null) throw problem('not-signed-in')
    const post = self.posts.find(({ id }) => actor.id === `post:${id}`) ?? null
    const scopes = actor.via === 'key' ? actor.permissions : undefined
    const isHere = device !== undefined && actor.session !== null
    const deviceKey = isHere ? await readDeviceKey(reader(db), { personId, device }) : null
    return meOf(deps, now, { personId, self, post, scopes, deviceKey, key: await keyOf(db, actor) })
  },

  'DELETE /session': async ({ query, actor, write, now, deps }) => {
    const { id } = sessionOf(actor)
    const personId = actor.person.id
    const locked = query.locked === true
    await write(async tx => {
      if (locked) await lockSession(tx, id, now)
      else await endSession(tx, personId, id)
      const data = { person: personId, sessions: [id], ...(locked && { locked }) }
      const stream = accessStream(now, personId)
      await appendEvent(tx, { stream, type: 'session.ended', actor: actor.id, at: now, data })
    })
    return reply(null, locked ? {} : { cookies: [deps.credentials.noCookie] })
  },

  'PUT /session/post': async ({ body, actor, db, write, now, today, deps }) => {
    const { id } = sessionOf(actor)
    const personId = actor.person.id
    const self = await readSelf(reader(db), personId, today)
    const post = self?.posts.find(candidate => candidate.id === body.post)
    if (self === null || post === undefined) throw problem('not-found')
    await write(async tx => {
      await setSessionPost(tx, id, post.id)
      const data = { session: id, person: personId, from: actor.id, to: `post:${post.id}` }
      const stream = accessStream(now, personId)
      await appendEvent(tx, { stream, type: 'session.switched', actor: `post:${post.id}`, at: now, data })
    })
    return meOf(deps, now, { personId, self, post })
  },

  'GET /sessions': async ({ actor, db, now }) => {
    const { id: own } = sessionOf(actor)
    const sessions = await listSessions(reader(db), actor.person.id, now)
    return {
      items: sessions.map(({ id, address, userAgent, startedAt, lastSeenAt, expiresAt }) => ({
        id,
        current: id === own,
        device: deviceOf(userAgent),
        address,
        startedAt: startedAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      })),
    }
  },

  'DELETE /sessions': async ({ actor, write, now, deps }) => {
    sessionOf(actor)
    const personId = actor.person.id
    await write(async tx => {
      const data = { person: personId, sessions: await endSessions(tx, personId) }
      const stream = accessStream(now, personId)
      await appendEvent(tx, { stream, type: 'session.ended', actor: actor.id, at: now, data })
    })
    return reply(null, { cookies: [deps.credentials.noCookie] })
  },

  'DELETE /sessions/:id': async ({ params, actor, write, now, deps }) => {
    const { id } = sessionOf(actor)
    const personId = actor.person.id
    await write(async tx => {
      if (!(await endSession(tx, personId, params.id))) throw problem('not-found')
      const data = { person: personId, sessions: [params.id] }
      const stream = accessStream(now, personId)
      await appendEvent(tx, { stream, type: 'session.ended', actor: actor.id, at: now, data })
    })
    return reply(null, params.id === id ? { cookies: [deps.credentials.noCookie] } : {})
  },

  'PUT /password': async context => {
    const { body, actor, db, write, now, today, deps } = context
    const { current, next } = body
    const { id } = sessionOf(actor)
    const personId = actor.person.id
    const self = await readSelf(reader(db), personId, today)
    if (self === null) throw problem('not-signed-in')
    if (self.demo) throw problem('no-right', { detail: 'Sandi akun contoh tidak dapat diganti.' })
    await requireOwnPassword(context, current)
    const own = [self.nip, self.username, self.name]
    const flaw =
      next === current
        ? 'Sandi baru harus berbeda dari yang lama.'
        : await flawOf(next, own, await localWords(deps, reader(db), today))
    if (flaw !== null) throw invalid('/next', flaw)
    const hash = await deps.credentials.hashPassword(next)
    await write(async tx => {
      await putPassword(tx, personId, hash)
      const ended = await endSessions(tx, personId, id)
      const data = { person: personId, sessions: ended.length }
      await appendEvent(tx, { stream: 'rights', type: 'password.changed', actor: actor.id, at: now, data })
    })
    return null
  },
})
