import {
  type Database,
  demoUsernames,
  endSessions,
  listSessions,
  noEvent,
  putPassword,
  readDeviceKey,
  reader,
  readSelf,
  takeUpLocked,
  written,
} from '@sepakat/db'
import { yearProgress } from '@sepakat/db/demo-year/yearProgress.ts'
import { demoAccounts, demoPassword } from '@sepakat/db/seed/demo.ts'
import { isOwnMachine } from '#http/auth/isOwnMachine.ts'
import { invalid, problem } from '#http/problem.ts'
import { type Context, handlers, reply } from '#http/route.ts'
import about from '#package.json' with { type: 'json' }
import { accountEvents } from './accountEvents.ts'
import { claimSignIn, findPerson, type Opened, refused } from './attempt.ts'
import { openSession } from './openSession.ts'
import { localWords, passwordFlaw } from './passwordFlaw.ts'
import { requireOwnPassword } from './requireOwnPassword.ts'
import { requireSecondFactor } from './requireSecondFactor.ts'
import { sessionOf } from './sessionOf.ts'
import { endAll, endOne, signOut, switchPost } from './sessions.ts'
import { signInByCode } from './signInByCode.ts'
import { keyOf, meOf, sessionView } from './view.ts'

/** Passwords are judged and hashed before the transaction is opened. @throws no-right, bad-credentials, too-many, invalid */
const changePassword = async (asked: Context<'PUT /password'>): Promise<null> => {
  const { body, actor, db, today, deps } = asked
  const { current, next } = body
  const { id } = sessionOf(actor)
  const personId = actor.person.id
  const self = await readSelf(reader(db), personId, today)
  if (self === null) throw problem('not-signed-in')
  if (self.demo) throw problem('no-right', { detail: 'Sandi akun contoh tidak dapat diganti.' })
  await requireOwnPassword(asked, current)
  const own = [self.nip, self.username, self.name]
  const flaw =
    next === current
      ? 'Sandi baru harus berbeda dari yang lama.'
      : await passwordFlaw(next, own, await localWords(deps, reader(db), today))
  if (flaw !== null) throw invalid('/next', flaw)
  const hash = await deps.credentials.hashPassword(next)
  return asked.write(async tx => {
    await putPassword(tx, personId, hash)
    const data = { person: personId, sessions: (await endSessions(tx, personId, id)).length }
    return written(null, { stream: 'rights', type: 'password.changed', data })
  })
}

/** How many offices of the demo region are complete, while not all of them are. */
const demoFilling = async (db: Database): Promise<{ done: number; all: number } | null> => {
  const progress = await yearProgress(db)
  const done = progress?.done.length ?? 0
  return progress === null || done >= progress.of ? null : { done, all: progress.of }
}

/** Demo accounts that can sign in, for the sign-in page of this very machine. */
const demoLines = async (db: Database) => {
  const living = new Set(await demoUsernames(reader(db)))
  return demoAccounts
    .filter(({ username }) => living.has(username))
    .map(({ username, label }) => ({ username, label, password: demoPassword }))
}

type Asked = Context<'POST /session'>

/** A screen that this person locked in this browser is opened again: the second factor was proved there. */
const opensLocked = async ({ deps, request, now, writeApart }: Asked, personId: string): Promise<boolean> => {
  const token = deps.credentials.tokenOf(request)
  return token !== null && writeApart(async tx => noEvent(await takeUpLocked(tx, { token, personId, now })))
}

/** Signs in by the password. @throws too-many, bad-credentials, second-factor-required, second-factor-wrong */
const signIn = async (given: Asked): Promise<Opened> => {
  const person = await findPerson(given)
  const { release, releaseIn } = await claimSignIn(given, 'password', person)
  const isRight = await given.deps.credentials.isPassword(person?.password ?? null, given.body.password)
  if (person === null || !isRight) throw refused(given, 'password', person)
  if (person.hasSecondFactor) {
    await release()
    if (!(await opensLocked(given, person.id))) await requireSecondFactor(given, person.id)
  }
  const opened = await openSession(given, person, person.hasSecondFactor ? undefined : releaseIn)
  if (opened === null) throw refused(given, 'password', person)
  return opened
}

export const sessionHandlers = handlers({
  'GET /public': async ({ db, deps, request }) => {
    const { region, contact, public: open } = await deps.region.get()
    const isShown = deps.config.demo && isOwnMachine(request)
    const [demo, demoYear] = isShown ? await Promise.all([demoLines(db), demoFilling(db)]) : [[], null]
    return { region, contact, version: about.version, publicPage: open.on, demo, demoYear }
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
