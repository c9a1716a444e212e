import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { enqueue, openDatabase, postsToTell, reader, transaction } from '@sepakat/db'
import { defaultSettings } from '@sepakat/db/settings/defaultSettings.ts'
import { testDatabase } from '@sepakat/db/testing.ts'
import { daysAfter, goesByMail, isWorkDay, noticesOn } from '@sepakat/rules'
import { openMailServer } from '#testing/mailServer.ts'
import { buildRegion, statusOn } from './region.ts'
import { startWorkers } from './workers.ts'

export interface RemindersAsk {
  seed: number
  offices: number
  from: string
  to: string
  /** Of so many messages that the server took, one kills a worker in that moment. */
  killEach: number
  /** So many in a hundred days no worker runs. */
  missed: number
}

export interface RemindersProof {
  days: number
  notices: number
  /** What is in the database and not among what the rules ask for, and the other way round. */
  unlike: string[]
  expected: number
  seen: number
  lost: string[]
  unasked: string[]
  copies: number
  kills: number
}

const roles = ['operator', 'head', 'verifier', 'evaluator', 'coordinator'] as const
const longest = 90_000

/** A region over some days with two workers that are killed while they send, and a mail server that keeps what it took. */
export const proveReminders = async (ask: RemindersAsk): Promise<RemindersProof> => {
  let state = ask.seed % 2_147_483_646 || 1
  const random = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  const database = await testDatabase()
  const folder = await mkdtemp(path.join(tmpdir(), 'sepakat-reminders-'))
  const db = openDatabase({ url: database.appUrl, max: 4 })
  const server = await openMailServer(() => {
    if (random() * ask.killEach < 1) workers.kill(random() < 0.5 ? 0 : 1)
  })
  const at = (day: string) => new Date(`${day}T06:30:00+08:00`)
  const workers = startWorkers(
    {
      ...{ DATABASE_APP_URL: database.appUrl, DATA_DIR: folder, PUBLIC_URL: 'http://localhost', LOG_LEVEL: 'silent' },
      ...server.env,
    },
    at(ask.from),
  )
  const asked: string[] = []
  const unlike: string[] = []
  let days = 0
  try {
    const owed = await buildRegion(db, { year: Number(ask.from.slice(0, 4)), count: ask.offices, random })
    const mailboxes = new Map((await db.prisma.mailbox.findMany()).map(one => [one.personId, one]))
    await workers.ready()
    let last = daysAfter(ask.from, -1)
    for (let day = ask.from; day <= ask.to; day = daysAfter(day, 1)) {
      for (const status of ['submitted', 'approved'] as const) {
        const ids = owed.filter(one => statusOn(one, day) === status).map(({ id }) => id)
        await db.prisma.obligation.updateMany({ where: { id: { in: ids }, status: { not: status } }, data: { status } })
      }
      if (!isWorkDay(day) || random() * 100 < ask.missed) continue
      days += 1
      workers.setClock(at(day))
      const reports = owed.map(one => ({ ...one.report, status: statusOn(one, day) }))
      const posts = await postsToTell(reader(db), [...roles], day)
      for (const { person, kind } of noticesOn({ day, last, rules: defaultSettings.reminders, posts, reports }))
        asked.push(`${person} ${kind} ${day} ${goesByMail(kind, mailboxes.get(person))}`)
      last = day
      const until = Date.now() + longest
      for (let done = false; !done; ) {
        if (Date.now() > until) throw new Error(`${day} was not done`)
        await transaction(db, async tx => {
          enqueue(tx, 'notices', '', {})
          enqueue(tx, 'mail', '', {})
        })
        await sleep(150)
        const written = await db.prisma.noticeDay.findUnique({ where: { day: new Date(day) } })
        done = written !== null && (await db.prisma.notice.count({ where: { mail: 'waiting' } })) === 0
      }
    }
    await workers.ready()
    const rows = await db.prisma.notice.findMany()
    const there = new Set(
      rows.map(one => `${one.personId} ${one.kind} ${one.day.toISOString().slice(0, 10)} ${one.mail === 'sent'}`),
    )
    unlike.push(...asked.filter(one => !there.has(one)).map(one => `not told: ${one}`))
    if (there.size !== asked.length) unlike.push(`${there.size} notices, ${asked.length} expected`)
    const expected = new Set(rows.filter(({ mail }) => mail === 'sent').map(({ id }) => `<${id}@localhost>`))
    const seen = new Set(server.seen.map(({ messageId }) => messageId))
    return {
      ...{ days, notices: rows.length, unlike, expected: expected.size, seen: seen.size },
      lost: [...expected].filter(id => !seen.has(id)),
      unasked: [...seen].filter(id => !expected.has(id)),
      copies: server.seen.length - seen.size,
      kills: workers.killed(),
    }
  } finally {
    await workers.stop()
    await server.close()
    await db.close()
    await database.dispose()
    await rm(folder, { recursive: true, force: true })
  }
}
