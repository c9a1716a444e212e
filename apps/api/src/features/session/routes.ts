import { listSessions, readDeviceKey, reader, readSelf } from '@sepakat/db'
import { isOwnMachine } from '#http/auth/isOwnMachine.ts'
import { problem } from '#http/problem.ts'
import { handlers, reply } from '#http/route.ts'
import about from '#package.json' with { type: 'json' }
import { accountEvents } from './accountEvents.ts'
import { changePassword } from './changePassword.ts'
import { demoFilling } from './demoFilling.ts'
import { demoLines } from './demoLines.ts'
import { sessionOf } from './sessionOf.ts'
import { endAll, endOne, signOut, switchPost } from './sessions.ts'
import { signIn } from './signIn.ts'
import { signInByCode } from './signInByCode.ts'
import { keyOf, meOf, sessionView } from './view.ts'

export const sessionHandlers = handlers({
  'GET /public': async ({ db, deps, request }) => {
    const { region, contact } = await deps.region.get()
    const isShown = deps.config.demo && isOwnMachine(request)
    const [demo, demoYear] = isShown ? await Promise.all([demoLines(db), demoFilling(db)]) : [[], null]
    return { region, contact, version: about.version, demo, demoYear }
  },

  'POST /session': async asked => {
    const opened = await signIn(asked)
    return reply(await meOf(asked.deps, asked.now, opened), { cookies: opened.cookies })
  },

  'POST /session/code': async asked => {
    const opened = await signInByCode(asked)
    return reply(await meOf(asked.deps, asked.now, opened), { cookies: opened.cookies })
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

  'DELETE /session': async asked => {
    await asked.write(tx => signOut(tx, asked))
    return reply(null, asked.query.locked === true ? {} : { cookies: [asked.deps.credentials.noCookie] })
  },

  'GET /session/events': ({ query, actor, db }) => accountEvents(reader(db), actor, query),

  'PUT /session/post': async asked => meOf(asked.deps, asked.now, await asked.write(tx => switchPost(tx, asked))),

  'GET /sessions': async ({ actor, db, now }) => {
    const { id: own } = sessionOf(actor)
    const sessions = await listSessions(reader(db), actor.person.id, now)
    return { items: sessions.map(session => sessionView(session, own)) }
  },

  'DELETE /sessions': async asked => {
    await asked.write(tx => endAll(tx, asked))
    return reply(null, { cookies: [asked.deps.credentials.noCookie] })
  },

  'DELETE /sessions/:id': async asked => {
    await asked.write(tx => endOne(tx, asked))
    const isOwn = asked.params.id === asked.actor.session?.id
    return reply(null, isOwn ? { cookies: [asked.deps.credentials.noCookie] } : {})
  },

  'PUT /password': asked => changePassword(asked),
})
