import { type RecheckJob, recheck, transaction } from '@sepakat/db'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { agreementAnswers, registerAnswers, sakipIds } from '#testing/sakip.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let team: Filing
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
})
afterAll(() => api.close())

const approved = async () => {
  const id = await team.begin()
  await team.through(id, ['operator', 'submit'], ['verifier', 'claim'], ['verifier', 'approve'])
  return id
}
const reason = 'Data kependudukan dikoreksi.'
const waiting = async () =>
  (await api.db.pool.query<{ data: RecheckJob }>(`SELECT data FROM pgboss.job WHERE name = 'recheck'`)).rows

describe('POST /submissions/:id/reopen', () => {
  it('turns strangers, verifiers, and coordinators of other reports away', async () => {
    const id = await approved()
    const body = { reason, dueAt: soon() }
    const other = await api.as({ role: 'coordinator', reportTypes: ['sakip'] })
    expect((await team.move(api.stranger, id, 'reopen', body)).statusCode).toBe(401)
    expect((await team.move(team.verifier, id, 'reopen', body)).statusCode).toBe(403)
    expect((await team.move(other, id, 'reopen', body)).statusCode).toBe(404)
    expect((await team.move(team.coordinator, id, 'reopen', { dueAt: soon() })).statusCode).toBe(422)
    const stale = await team.move(team.coordinator, id, 'reopen', body, { 'if-match': '"3"' })
    expect(stale.statusCode).toBe(412)
    const draft = await team.begin()
    expect((await team.move(team.coordinator, draft, 'reopen', body)).json().code).toBe('wrong-status')
  })

  it('opens the named parts with the reason as a note; what was approved counts until another is', async () => {
    const id = await approved()
    const dueAt = soon()
    const answer = await team.move(team.coordinator, id, 'reopen', { reason, dueAt, anchors: ['/recipients/gepeng'] })
    expect(answer.json()).toMatchObject({
      status: 'returned',
      approvedRevision: 1,
      returnDueAt: dueAt,
      openAnchors: ['/recipients/gepeng'],
    })
    const [note] = (await team.operator.call('GET', `/submissions/${id}/notes`)).json().items
    expect(note).toMatchObject({ anchor: '', text: reason, status: 'open', by: { name: 'Koordinator' } })
    const event = (await api.events(`submission/${id}`)).at(-1)
    expect(event).toMatchObject({ type: 'submission.reopened', data: { revision: 1, note: note.id, dueAt } })
    await team.set(id, { '/recipients/gepeng/due': '9' })
    await team.operator.call('POST', `/submissions/${id}/notes/${note.id}/answers`, { text: 'Sudah dibetulkan.' })
    await team.through(id, ['operator', 'submit'])
    expect((await team.verifier.call('GET', `/submissions/${id}`)).json().approvedRevision).toBe(1)
    await team.through(id, ['verifier', 'claim'], ['verifier', 'approve'])
    const items = (await team.operator.call('GET', `/submissions/${id}/revisions`)).json().items
    expect(items).toMatchObject([
      { n: 1, status: 'approved' },
      { n: 2, status: 'approved' },
    ])
  })
})

describe('a chain of forms', () => {
  it('freezes what each read of the others, and is not reopened under a Perubahan that is open', async () => {
    const year = '2025'
    const ids = sakipIds()
    const operator = team.operator
    const verifier = await api.as({ role: 'verifier', reportTypes: ['sakip'] })
    const coordinator = await api.as({ role: 'coordinator', reportTypes: ['sakip'] })
    const file = async (form: string, answers: object) => {
      const made = await operator.call('POST', '/submissions', { office: team.office, form, period: year, answers })
      const { id } = made.json()
      const submitted = await team.move(operator, id, 'submit')
      expect(submitted.statusCode, submitted.body).toBe(200)
      return { id, sha256: submitted.json().receipt.sha256 }
    }
    const register = await file('sakip/indikator', registerAnswers(ids))
    const agreement = await file('sakip/perjanjian-kinerja', agreementAnswers(ids))
    const { body } = (await operator.call('GET', `/submissions/${agreement.id}/revisions/1`)).json()
    expect(body.sources.register).toEqual({
      submission: register.id,
      revision: 1,
      sha256: register.sha256,
      status: 'handed-in',
    })
    for (const move of ['claim', 'approve'])
      expect((await team.move(verifier, agreement.id, move)).statusCode).toBe(200)
    const next = await operator.call('POST', '/submissions', { after: agreement.id, reason: 'Pergeseran anggaran' })
    expect(next.json()).toMatchObject({ number: 2, status: 'draft' })
    const refused = await team.move(coordinator, agreement.id, 'reopen', { reason, dueAt: soon() })
    expect([refused.statusCode, refused.json().needs[0].code]).toEqual([409, 'another-open'])
  })
})

describe('an earlier quarter approved again', () => {
  it('has the findings of the later ones computed again, until they are submitted again', async () => {
    const quarter = async (period: string, served: string) => {
      const made = await team.other.call('POST', '/submissions', {
        office: team.otherOffice,
        form: 'spm/triwulan',
        period,
      })
      const id = made.json().id as string
      const cells = { '/recipients/ibu-hamil/served': served }
      const { revs } = (await team.other.call('GET', `/submissions/${id}/answers?revs=true`)).json()
      const due = revs.recipients?.['ibu-hamil']?.due ?? 0
      const first = { changeId: v7(), op: 'set', pointer: '/recipients/ibu-hamil/due', value: '1000', base: due }
      const saved = await team.other.call('PATCH', `/submissions/${id}/answers`, { changes: [first] })
      expect(saved.statusCode).toBe(200)
      await team.set(id, cells, team.other)
      expect((await team.move(team.other, id, 'submit')).json().submission?.status).toBe('submitted')
      return id
    }
    const review = async (id: string) => {
      await team.through(id, ['verifier', 'claim'], ['verifier', 'approve'])
    }
    const first = await quarter('2024-TW1', '100')
    await review(first)
    const second = await quarter('2024-TW2', '300')
    await review(second)

    await team.move(team.coordinator, first, 'reopen', { reason, dueAt: soon() })
    const [note] = (await team.other.call('GET', `/submissions/${first}/notes`)).json().items
    await team.other.call('POST', `/submissions/${first}/notes/${note.id}/answers`, { text: 'Dibetulkan.' })
    const { revs } = (await team.other.call('GET', `/submissions/${first}/answers?revs=true`)).json()
    const base = revs.recipients['ibu-hamil'].served
    const change = { changeId: v7(), op: 'set', pointer: '/recipients/ibu-hamil/served', value: '400', base }
    await team.other.call('PATCH', `/submissions/${first}/answers`, { changes: [change] })
    expect((await team.move(team.other, first, 'submit')).statusCode).toBe(200)
    await review(first)

    const jobs = (await waiting()).map(({ data }) => data).filter(({ submission }) => submission === second)
    expect(jobs.length).toBeGreaterThan(0)
    for (const job of jobs) await transaction(api.db, tx => recheck(tx, job, new Date()))
    const after = (await team.other.call('GET', `/submissions/${second}`)).json()
    expect(after.recheck.because).toContain('Triwulan I 2024')
    expect(after.recheck.findings).toMatchObject([{ code: 'served-fell', at: '/recipients/ibu-hamil/served' }])
    expect(after).toMatchObject({ status: 'approved', approvedRevision: 1 })

    await team.move(team.coordinator, second, 'reopen', { reason, dueAt: soon() })
    const [asked] = (await team.other.call('GET', `/submissions/${second}/notes`)).json().items
    await team.other.call('POST', `/submissions/${second}/notes/${asked.id}/answers`, { text: 'Dijelaskan.' })
    await team.set(second, { '/recipients/ibu-hamil/why-served-fell': 'Koreksi data triwulan I.' }, team.other)
    const again = await team.move(team.other, second, 'submit')
    expect(again.json().submission).toMatchObject({ status: 'submitted', recheck: null })
  })

  it('leaves a later report alone that it does not concern', async () => {
    const job = (await waiting())[0]!.data
    const { id, recheck: before } = await api.db.prisma.submission.findUniqueOrThrow({
      where: { id: job.submission },
      select: { id: true, recheck: true },
    })
    await transaction(api.db, tx => recheck(tx, { ...job, submission: id }, new Date()))
    const after = await api.db.prisma.submission.findUniqueOrThrow({ where: { id }, select: { recheck: true } })
    expect([before, after.recheck]).toEqual([null, null])
  })
})

describe('a correction after audit', () => {
  it('opens two chosen rows and no other; both values stay, with who, when and why, and the figures of both', async () => {
    const id = await team.begin()
    const cells = { 'gepeng/due': '40', 'gepeng/served': '30', 'anak-telantar/due': '10', 'lansia-telantar/due': '5' }
    await team.set(id, Object.fromEntries(Object.entries(cells).map(([at, value]) => [`/recipients/${at}`, value])))
    await team.through(id, ['operator', 'submit'], ['verifier', 'claim'], ['verifier', 'approve'])
    const anchors = ['/recipients/gepeng', '/recipients/anak-telantar']
    const why = 'Temuan Inspektorat: daftar penerima ganda.'
    await team.through(id, ['coordinator', 'reopen', { reason: why, dueAt: soon(), anchors }])

    const { revs } = (await team.operator.call('GET', `/submissions/${id}/answers?revs=true`)).json()
    const change = (row: string, field: string, value: string) => ({
      changeId: v7(),
      op: 'set',
      pointer: `/recipients/${row}/${field}`,
      value,
      base: revs.recipients[row][field] ?? 0,
    })
    const changes = [
      change('gepeng', 'served', '31'),
      change('gepeng', 'due', '41'),
      change('anak-telantar', 'served', '8'),
      change('lansia-telantar', 'due', '6'),
    ]
    const saved = await team.operator.call('PATCH', `/submissions/${id}/answers`, { changes })
    expect(saved.json().results.map(({ result }: { result: string }) => result)).toEqual([
      ...['applied', 'applied', 'applied', 'locked'],
    ])
    // Put back to what it was: not corrected after all.
    const { revs: later } = (await team.operator.call('GET', `/submissions/${id}/answers?revs=true`)).json()
    const back = { ...change('gepeng', 'served', '30'), base: later.recipients.gepeng.served }
    await team.operator.call('PATCH', `/submissions/${id}/answers`, { changes: [back] })

    const [note] = (await team.operator.call('GET', `/submissions/${id}/notes`)).json().items
    await team.operator.call('POST', `/submissions/${id}/notes/${note.id}/answers`, { text: 'Sudah dibetulkan.' })
    await team.through(id, ['operator', 'submit'], ['verifier', 'claim'], ['verifier', 'approve'])

    const { items } = (await team.verifier.call('GET', `/submissions/${id}/revisions`)).json()
    expect(items.map((line: { status: string; corrects: object }) => [line.status, line.corrects])).toEqual([
      ['approved', null],
      [
        'approved',
        { of: 1, reason: why, by: expect.objectContaining({ name: 'Koordinator' }), at: expect.any(String), anchors },
      ],
    ])
    const second = (await team.verifier.call('GET', `/submissions/${id}/revisions/2`)).json()
    const by = expect.objectContaining({ name: 'Operator Sosial' })
    const changedAt = expect.any(String)
    expect(second.corrected).toEqual([
      { at: '/recipients/gepeng/due', op: 'set', from: '40', to: '41', by, changedAt },
      { at: '/recipients/anak-telantar/served', op: 'set', from: null, to: '8', by, changedAt },
    ])
    expect((await team.verifier.call('GET', `/submissions/${id}/revisions/1`)).json().corrected).toEqual([])
    const { rows: figures } = await api.db.pool.query(
      `SELECT n, denominator::text FROM figure WHERE submission_id = $1 AND code = 'spm.recipients' AND "row" = 'gepeng' ORDER BY n`,
      [id],
    )
    expect(figures).toEqual([
      { n: 1, denominator: '40' },
      { n: 2, denominator: '41' },
    ])
  })
})
