import { putMailbox, reader, transaction } from '@sepakat/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planHandlers } from '#features/plan/routes.ts'
import { submissionHandlers } from '#features/submissions/routes.ts'
import { type MailServer, openMailServer } from '#testing/mailServer.ts'
import { type Reporting, reporting } from '#testing/reporting.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { writeNotices } from '../writeNotices.ts'
import { createMailer, type Mailer } from './createMailer.ts'
import { sendMail } from './sendMail.ts'

let api: TestApi
let server: MailServer
let mailer: Mailer
let plan: Reporting
let operator: SignedIn
let obligation: string
let day = new Date('2026-04-13T00:00:00Z')
beforeAll(async () => {
  server = await openMailServer()
  api = await testApi({ ...planHandlers, ...submissionHandlers }, { env: server.env, now: () => day })
  mailer = createMailer(api.config.smtp!)
  plan = await reporting(api.db)
  operator = await api.as(
    { role: 'operator', offices: [plan.dsp3a], reportTypes: ['spm'] },
    { name: 'Siti <Operator>' },
  )
  await address(operator.personId, 'siti@nunukan.example')
  obligation = await plan.owed(plan.dsp3a, 'spm/triwulan', '2026-TW1')
  await api.db.prisma.obligation.updateMany({ data: { dueAt: new Date('2026-12-31T15:59:59Z') } })
  await due('2026-04-20T15:59:59Z')
})
afterAll(async () => {
  mailer.close()
  await server.close()
  await api.close()
})

const due = (dueAt: string) =>
  api.db.prisma.obligation.update({ where: { id: obligation }, data: { dueAt: new Date(dueAt) } })
const address = async (person: string, to: string) => {
  const { version } = (await api.db.prisma.mailbox.findUnique({ where: { personId: person } })) ?? { version: 0 }
  await putMailbox(reader(api.db), person, { address: to, without: [], version })
}
const write = (at: string) => {
  day = new Date(at)
  return writeNotices(api, day)
}
const send = () => sendMail({ db: api.db, config: api.config, mailer, clock: () => day })
const last = async () => (await api.db.prisma.notice.findMany({ orderBy: { at: 'desc' }, take: 1 }))[0]

describe('a notice', () => {
  it('is written once a day however often it is asked for, and sent once', async () => {
    await Promise.all([write('2026-04-12T22:15:00Z'), write('2026-04-12T22:15:00Z')])
    await write('2026-04-13T01:15:00Z')
    expect(await api.db.prisma.notice.count()).toBe(1)
    await Promise.all([send(), send()])
    await send()
    const notice = await last()
    expect(notice).toMatchObject({ kind: 'reminder', mail: 'sent', personId: operator.personId })
    expect(server.seen).toHaveLength(1)
    expect(server.seen[0]).toMatchObject({ to: 'siti@nunukan.example', messageId: `<${notice!.id}@localhost>` })
    expect(server.seen[0]?.subject).toBe('[SEPAKAT] 1 laporan mendekati tenggat')
    for (const words of ['per 13 April 2026', 'tenggat 7 hari lagi, 20 April 2026', 'http://localhost/akun'])
      expect(server.seen[0]?.body).toContain(words)
    expect(server.seen[0]?.body).toContain('Siti &lt;Operator&gt;')
  })

  it('waits while the mail server is away, without a word of its address, and is not sent once its day is over', async () => {
    await write('2026-04-20T00:00:00Z')
    const away = createMailer({ ...api.config.smtp!, port: 9 })
    const failed = sendMail({ db: api.db, config: api.config, mailer: away, clock: () => day })
    await expect(failed).rejects.toThrow(/^the mail server did not take a message: E[A-Z]+$/)
    expect(await last()).toMatchObject({ mail: 'waiting', mailTries: 1 })
    day = new Date('2026-04-21T00:00:00Z')
    await send()
    expect((await last())?.mail).toBe('stale')
    expect(server.seen).toHaveLength(1)
  })

  it('tells what was missed while no worker ran, in the words of today', async () => {
    await write('2026-04-23T00:00:00Z')
    await send()
    expect(server.seen.at(-1)?.body).toContain('terlambat 3 hari, tenggat 20 April 2026')
    await write('2026-04-24T00:00:00Z')
    expect(await api.db.prisma.notice.count()).toBe(3)
  })

  it('marks an address that is refused for good, and goes no longer there', async () => {
    server.refuses.set('siti@nunukan.example', 550)
    await write('2026-04-27T00:00:00Z')
    await send()
    const { personId } = operator
    expect((await last())?.mail).toBe('refused')
    expect(await api.db.prisma.mailbox.findUnique({ where: { personId } })).toMatchObject({ refusal: '550' })
    await write('2026-05-04T00:00:00Z')
    expect((await last())?.mail).toBe('none')
  })

  it('is tried again where an address is refused for now', async () => {
    await address(operator.personId, 'sibuk@nunukan.example')
    server.refuses.set('sibuk@nunukan.example', 451)
    await write('2026-05-11T00:00:00Z')
    await expect(send()).rejects.toThrow('EENVELOPE 451')
    server.refuses.clear()
    await send()
    expect((await last())?.mail).toBe('waiting')
    day = new Date(day.getTime() + 60_000)
    await send()
    expect((await last())?.mail).toBe('sent')
  })

  it('of which the server took all and never answered is not sent again, and holds up no other', async () => {
    const other = await api.as(
      { role: 'operator', offices: [plan.dsp3a], reportTypes: ['spm'] },
      { name: 'Rekan operator' },
    )
    await address(other.personId, 'rekan@nunukan.example')
    const before = server.seen.length
    server.silent.add('sibuk@nunukan.example').add('rekan@nunukan.example')
    const hasty = createMailer(api.config.smtp!, { socketTimeout: 500 })
    const sendHastily = () => sendMail({ db: api.db, config: api.config, mailer: hasty, clock: () => day })
    await write('2026-05-18T00:00:00Z')
    await expect(sendHastily()).rejects.toThrow('ETIMEDOUT')
    server.silent.clear()
    await sendHastily()
    const mails = (await api.db.prisma.notice.findMany({ where: { at: day } })).map(({ mail }) => mail)
    expect(mails.sort()).toEqual(['sent', 'unknown'])
    expect(
      server.seen
        .slice(before)
        .map(({ to }) => to)
        .sort(),
    ).toEqual(['rekan@nunukan.example', 'sibuk@nunukan.example'])
    await api.db.prisma.post.updateMany({ where: { personId: other.personId }, data: { to: new Date('2026-05-01') } })
  })

  it('that a server will not have at all is not tried again, and its address stays good', async () => {
    const strict = await openMailServer(undefined, ['DATA'])
    const mailerOf = createMailer({ ...api.config.smtp!, port: Number(strict.env.SMTP_PORT) })
    await write('2026-05-25T00:00:00Z')
    await sendMail({ db: api.db, config: api.config, mailer: mailerOf, clock: () => day })
    expect((await last())?.mail).toBe('refused')
    const { personId } = operator
    expect(await api.db.prisma.mailbox.findUnique({ where: { personId } })).toMatchObject({ refusedAt: null })
    await strict.close()
  })

  it('is not sent by mail where its address was refused, or its owner chose otherwise, after it was written', async () => {
    const before = server.seen.length
    const { personId } = operator
    await write('2026-06-01T00:00:00Z')
    await api.db.prisma.mailbox.update({ where: { personId }, data: { refusedAt: day, refusal: '550' } })
    await send()
    expect((await last())?.mail).toBe('refused')
    await address(personId, 'siti@nunukan.example')
    server.refuses.clear()
    await write('2026-06-08T00:00:00Z')
    await api.db.prisma.mailbox.update({ where: { personId }, data: { without: ['reminder'] } })
    await send()
    expect((await last())?.mail).toBe('none')
    expect(server.seen).toHaveLength(before)
    await address(personId, 'siti@nunukan.example')
  })

  it('of a coordinator goes by mail too, and is not sent once the report came', async () => {
    const coordinator = await api.as({ role: 'coordinator' }, { name: 'Koordinator' })
    const remind = () => coordinator.call('POST', `/obligations/${obligation}/reminders`, { message: 'Mohon hari ini' })
    expect((await remind()).json().told).toEqual([{ name: 'Siti <Operator>', mail: 'waiting' }])
    await transaction(api.db, tx =>
      tx.prisma.obligation.update({ where: { id: obligation }, data: { status: 'submitted' } }),
    )
    const before = server.seen.length
    await send()
    expect([server.seen.length, (await remind()).json().told[0].mail]).toEqual([before, 'stale'])
  })
})
