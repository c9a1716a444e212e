import { openDatabase } from '@sepakat/db'
import type { PostSpec } from '@sepakat/db/builders/index.ts'
import { v7 } from 'uuid'
import { signInNew } from '../buildCast.ts'
import type { Request } from '../connection.ts'
import { prepareDrafts } from '../fill.ts'
import type { Ground } from '../ground.ts'
import { type Samples, savedCell } from '../sample.ts'
import { uploadOf } from '../uploadOf.ts'
import { api, of } from '../writing.ts'
import type { Action } from './openLoop.ts'

/** Of a hundred actions so many; together the work of a deadline day. */
export const shares = { save: 60, upload: 6, submit: 8, review: 8, overview: 12, recap: 6 }
type Kind = keyof typeof shares

/** The hundred in an order that mixes them, the same each time. */
const order = Object.entries(shares)
  .flatMap(([kind, share]) => Array.from({ length: share }, (_, n) => ({ kind: kind as Kind, at: (n + 0.5) / share })))
  .sort((a, b) => a.at - b.at)
  .map(({ kind }) => kind)

const megabyte = 1_000_000
/** Beyond what any draft has: a value that is there already would change nothing. */
const firstValue = 10_000

/** People of a day by what they do; nine of ten work for an office. */
const crowd = async ({ env, filling }: Ground, people: number) => {
  const few = Math.max(2, Math.floor(people / 20))
  const db = openDatabase({ url: env.DATABASE_APP_URL ?? '', max: 2 })
  const each = async (post: PostSpec, count: number) => {
    const cookies: string[] = []
    while (cookies.length < count) cookies.push(await signInNew(db, filling, post))
    return cookies
  }
  try {
    return {
      operators: await each({ role: 'operator' }, people - 2 * few),
      verifiers: await each({ role: 'verifier', reportTypes: ['spm'] }, few),
      leaders: await each({ role: 'leader' }, few),
    }
  } finally {
    await db.close()
  }
}

/** Signs in the people of a day, gives each who writes a report of its own, and says who does what as the n-th action. */
export const dayActions = async (ground: Ground, samples: Samples, people: number, actions: number) => {
  const { operators, verifiers, leaders } = await crowd(ground, people)
  const { filling, origin } = ground
  const drafts = await prepareDrafts(filling, operators.length, samples.draft)
  const writing = drafts.map(id => ({ id, rev: samples.rev }))
  const toSubmit = await prepareDrafts(filling, Math.ceil((actions * shares.submit) / 100) + 1, samples.draft)
  const { rows: toReview } = await filling.query<{ id: string }>(
    `SELECT id FROM submission WHERE report_type = 'spm' AND status = 'submitted' ORDER BY md5(id::text)`,
  )
  const json = (cookie: string, method: Request['method'], path: string, body: unknown): Request => ({
    method,
    path: `${api}${path}`,
    headers: { cookie, origin, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const read = (cookie: string, path: string): Request => ({ method: 'GET', path: api + path, headers: { cookie } })
  const asOne = (some: string[], n: number, first: number) => ({
    cookie: of(some, n),
    person: first + (n % some.length),
  })
  const counts: Record<Kind, number> = { save: 0, upload: 0, submit: 0, review: 0, overview: 0, recap: 0 }
  const make: Record<Kind, (n: number) => Action> = {
    save: n => {
      const { cookie, person } = asOne(operators, n, 0)
      const report = writing[person]!
      const change = () => ({
        changeId: v7(),
        op: 'set',
        pointer: savedCell,
        value: String(firstValue + n),
        base: report.rev,
      })
      return {
        kind: 'save',
        person,
        request: () => json(cookie, 'PATCH', `/submissions/${report.id}/answers`, { changes: [change()] }),
        done: ({ body }) => {
          const [result] = JSON.parse(body).results
          if (result.result !== 'applied') throw new Error(`a save was not applied: ${body}`)
          report.rev = result.rev
        },
      }
    },
    upload: n => {
      const { cookie, person } = asOne(operators, n * 7, 0)
      return { kind: 'upload', person, request: () => uploadOf({ cookie, origin }, writing[person]!.id, megabyte) }
    },
    submit: n => {
      const { cookie, person } = asOne(operators, n * 11, 0)
      const id = toSubmit[n]!
      const request = () => json(cookie, 'POST', `/submissions/${id}/submit`, {})
      return { kind: 'submit', person, request, done: () => toReview.push({ id }) }
    },
    review: n => {
      const { cookie, person } = asOne(verifiers, n, operators.length)
      const request = () => {
        const report = toReview.shift()
        return report === undefined ? null : json(cookie, 'POST', `/submissions/${report.id}/claim`, {})
      }
      return { kind: 'review', person, request }
    },
    overview: n => {
      const { cookie, person } = asOne(leaders, n, operators.length + verifiers.length)
      return { kind: 'overview', person, request: () => read(cookie, '/overview?year=2025') }
    },
    recap: n => {
      const { cookie, person } = asOne(leaders, n * 3, operators.length + verifiers.length)
      const path = `/recap?form=spm/triwulan&period=2025-TW${1 + (n % 4)}&provisional=true`
      return { kind: 'recap', person, request: () => read(cookie, path) }
    },
  }
  return {
    next: (n: number): Action => {
      const kind = order[n % order.length]!
      return make[kind](counts[kind]++)
    },
    /** What tells whether the day is over: the dearest read, alone. */
    probe: read(leaders[0]!, '/overview?year=2025'),
  }
}
