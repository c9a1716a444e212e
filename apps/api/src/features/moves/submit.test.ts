import { createHash } from 'node:crypto'
import { putSetting, transaction } from '@sepakat/db'
import { canonicalJson } from '@sepakat/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let team: Filing
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
})
afterAll(() => api.close())

const nowhere = '0199f5a0-0000-7000-8000-00000000abcd'
const setMoves = (spm: { signing: boolean; secondReview: boolean }) =>
  transaction(api.db, tx => putSetting(tx, 'moves', { spm }, 'system'))
const lastEvent = async (id: string) => (await api.events(`submission/${id}`)).at(-1)

describe('POST /submissions/:id/submit', () => {
  it('turns strangers, other roles and other offices away', async () => {
    const id = await team.begin()
    expect((await team.move(api.stranger, id, 'submit')).statusCode).toBe(401)
    expect((await team.move(team.verifier, id, 'submit')).statusCode).toBe(403)
    expect((await team.move(team.head, id, 'submit')).statusCode).toBe(403)
    expect((await team.move(team.other, id, 'submit')).statusCode).toBe(404)
    expect((await team.move(team.operator, nowhere, 'submit')).statusCode).toBe(404)
    expect((await team.move(team.operator, id, 'submit', { x: 1 })).statusCode).toBe(422)
  })

  it('freezes a revision, its figures and its receipt, and records them', async () => {
    const id = await team.begin()
    await team.set(id, { '/recipients/gepeng/due': '200', '/recipients/gepeng/served': '150' })
    const answer = await team.move(team.operator, id, 'submit', { deviceAt: '2026-01-02T03:04:05+08:00' })
    expect(answer.statusCode).toBe(200)
    const { submission, receipt } = answer.json()
    expect(submission).toMatchObject({ status: 'submitted', submittedFrom: 'draft', latestRevision: 1, version: 2 })
    expect(submission.progress.gepeng).toEqual({ filled: 1, all: 20 })
    expect(receipt.number).toMatch(new RegExp(`^SPM-${submission.period}-\\d{6}$`))
    expect(receipt).toMatchObject({ revision: 1, seal: null })

    const { body } = (await team.operator.call('GET', `/submissions/${id}/revisions/1`)).json()
    expect(createHash('sha256').update(canonicalJson(body)).digest('hex')).toBe(receipt.sha256)
    expect(Object.keys(body).sort()).toEqual(
      ['form', 'formVersion', 'office', 'period', 'number', 'n', 'by', 'at', 'answers', 'sources', 'sections', 'words']
        .concat(['figures', 'findings', 'attachments', 'lastChange'])
        .sort(),
    )
    expect(body).toMatchObject({
      form: 'spm/triwulan',
      office: { id: team.office, name: 'Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak' },
      number: 1,
      n: 1,
      by: `post:${team.operator.postId}`,
      answers: { recipients: { gepeng: { due: '200', served: '150' } } },
      lastChange: 2,
    })
    const section = body.sections.find((it: { id: string }) => it.id === 'gepeng')
    expect(section.blocks[0].rows[0]).toMatchObject({ id: 'gepeng', values: { due: '200', served: '150' } })
    expect(section.blocks[0].rows[0].fields.due).toEqual(expect.any(String))

    const { rows: figures } = await api.db.pool.query(
      `SELECT value::text, numerator::text, denominator::text FROM figure
       WHERE submission_id = $1 AND code = 'spm.recipients' AND row = 'gepeng'`,
      [id],
    )
    expect(figures).toEqual([{ value: '75', numerator: '150', denominator: '200' }])
    expect(await lastEvent(id)).toMatchObject({
      type: 'submission.submitted',
      actor: `post:${team.operator.postId}`,
      data: {
        revision: 1,
        sha256: receipt.sha256,
        receipt: receipt.number,
        lastChange: 2,
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        deviceAt: '2026-01-02T03:04:05+08:00',
      },
    })
  })

  it('answers with what is read after it, of a first submitting and of another with ticks from before', async () => {
    const id = await team.begin()
    await team.set(id, { '/recipients/gepeng/due': '10', '/recipients/gepeng/served': '5' })
    const shown = async (answer: { json: () => { submission: unknown } }) => {
      const { submission } = answer.json()
      expect(submission).toEqual((await team.operator.call('GET', `/submissions/${id}`)).json())
      return submission
    }
    await shown(await team.move(team.operator, id, 'submit'))
    await team.through(id, ['verifier', 'claim'])
    const anchor = '/recipients/gepeng'
    const ticked = await team.verifier.call('PUT', `/submissions/${id}/ticks`, { anchor, ticked: true })
    expect(ticked.statusCode).toBe(200)
    const note = await team.note(id)
    await team.through(id, ['verifier', 'return', { dueAt: soon() }])
    await team.operator.call('POST', `/submissions/${id}/notes/${note}/answers`, { text: 'Sudah.' })
    expect(await shown(await team.move(team.operator, id, 'submit'))).toMatchObject({
      latestRevision: 2,
      ticks: [{ anchor, revision: 2 }],
    })
  })

  it('names every answer that blocks it, with its place and in words', async () => {
    const id = await team.begin()
    await team.set(id, { '/recipients/gepeng/due': '100', '/recipients/gepeng/served': '120' })
    await team.set(id, { '/recipients/anak-telantar/state': 'nil' })
    const answer = await team.move(team.operator, id, 'submit')
    expect(answer.statusCode).toBe(409)
    const problem = answer.json()
    expect(problem.code).toBe('needs-unmet')
    expect(problem.needs).toEqual([{ code: 'nothing-blocks', message: expect.any(String) }])
    const named = problem.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${code} ${pointer}`)
    expect(named).toContain('over-100 /recipients/gepeng/served')
    expect(named).toContain('nil-without-proof /recipients/anak-telantar/state')
    expect(named).toContain('reason-missing /recipients/anak-telantar/reason')
    expect(problem.errors.every(({ message }: { message: string }) => message.length > 10)).toBe(true)
    const after = await team.operator.call('GET', `/submissions/${id}`)
    expect(after.json()).toMatchObject({ status: 'draft', latestRevision: null })
    expect((await lastEvent(id))?.type).toBe('submission.created')
  })

  it('is refused on another version than was seen, and in another status', async () => {
    const id = await team.begin()
    await team.set(id, { '/recipients/gepeng/due': '1' })
    const stale = await team.move(team.operator, id, 'submit', {}, { 'if-match': '"0"' })
    expect([stale.statusCode, stale.json().version]).toEqual([412, 1])
    expect((await team.move(team.operator, id, 'submit', {}, { 'if-match': '"1"' })).statusCode).toBe(200)
    const twice = await team.move(team.operator, id, 'submit')
    expect([twice.statusCode, twice.json().code]).toEqual([409, 'wrong-status'])
    expect(twice.json().detail).toContain('"Dikirim"')
  })

  it('answers a repetition as the first time, and makes one revision', async () => {
    const id = await team.begin()
    const key = { 'idempotency-key': `kirim-${id}` }
    const first = await team.move(team.operator, id, 'submit', {}, key)
    const again = await team.move(team.operator, id, 'submit', {}, key)
    expect([first.statusCode, again.statusCode]).toEqual([200, 200])
    expect(again.json()).toEqual(first.json())
    const other = await team.move(team.operator, id, 'submit', { deviceAt: '2026-01-02T03:04:05Z' }, key)
    expect([other.statusCode, other.json().code]).toEqual([409, 'key-reused'])
    expect((await team.operator.call('GET', `/submissions/${id}/revisions`)).json().items).toHaveLength(1)
  })

  it('makes one revision of two at once', async () => {
    const id = await team.begin()
    const answers = await Promise.all([1, 2].map(() => team.move(team.operator, id, 'submit')))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })

  it('waits until every open note is answered', async () => {
    const id = await team.begin()
    await team.through(id, ['operator', 'submit'], ['verifier', 'claim'])
    const note = await team.note(id)
    await team.through(id, ['verifier', 'return', { dueAt: soon() }])
    const refused = await team.move(team.operator, id, 'submit')
    expect([refused.statusCode, refused.json().needs]).toEqual([
      409,
      [{ code: 'notes-answered', message: 'Setiap catatan yang terbuka perlu dijawab.' }],
    ])
    await team.operator.call('POST', `/submissions/${id}/notes/${note}/answers`, { text: 'Sudah dilampirkan.' })
    const again = await team.move(team.operator, id, 'submit')
    expect(again.json().submission).toMatchObject({ status: 'submitted', submittedFrom: 'returned', latestRevision: 2 })
  })

  it('is refused once the period has closed', async () => {
    const id = await team.begin()
    const { period } = (await team.operator.call('GET', `/submissions/${id}`)).json()
    const day = 86_400_000
    const ago = (days: number) => new Date(Date.now() - days * day)
    const instants = { opensAt: ago(30), dueAt: ago(10), closesAt: ago(1) }
    await api.db.prisma.period.update({ where: { form_key: { form: 'spm/triwulan', key: period } }, data: instants })
    const refused = await team.move(team.operator, id, 'submit')
    expect([refused.statusCode, refused.json().needs[0].code]).toEqual([409, 'period-open'])
  })
})

describe('POST /submissions/:id/sign and /decline', () => {
  it('turn strangers, operators and other offices away', async () => {
    const id = await team.begin()
    const head = await api.as({ role: 'head', offices: [team.otherOffice] })
    for (const [move, body] of [
      ['sign', {}],
      ['decline', { reason: 'Belum benar' }],
    ] as const) {
      expect((await team.move(api.stranger, id, move, body)).statusCode).toBe(401)
      expect((await team.move(team.operator, id, move, body)).statusCode).toBe(403)
      expect((await team.move(head, id, move, body)).statusCode).toBe(404)
      expect((await team.move(team.head, id, move, body)).json().code).toBe('wrong-status')
    }
    expect((await team.move(team.head, id, 'decline', { reason: ' ' })).statusCode).toBe(422)
  })

  it('take a report to the head where the region asks for it, and on or back from there', async () => {
    await setMoves({ signing: true, secondReview: false })
    const [signed, declined] = [await team.begin(), await team.begin()]
    await team.through(signed, ['operator', 'submit'])
    expect((await team.verifier.call('GET', `/submissions/${signed}/revisions`)).json().items).toEqual([])
    expect((await team.move(team.verifier, signed, 'claim')).json().code).toBe('wrong-status')
    const answer = await team.move(team.head, signed, 'sign')
    expect(answer.json()).toMatchObject({ status: 'submitted' })
    expect(await lastEvent(signed)).toMatchObject({ type: 'submission.signed', data: { revision: 1, to: 'submitted' } })

    await team.through(declined, ['operator', 'submit'])
    const back = await team.move(team.head, declined, 'decline', { reason: 'Angka kuartal ini belum lengkap.' })
    expect(back.json()).toMatchObject({ status: 'draft' })
    const [note] = (await team.operator.call('GET', `/submissions/${declined}/notes`)).json().items
    expect(note).toMatchObject({ anchor: '', text: 'Angka kuartal ini belum lengkap.', status: 'open', revision: 1 })
    expect(await lastEvent(declined)).toMatchObject({ type: 'submission.declined', data: { note: note.id } })
    expect(JSON.stringify(await lastEvent(declined))).not.toContain('kuartal')
    await setMoves({ signing: false, secondReview: false })
  })
})

describe('POST /submissions/:id/withdraw', () => {
  it('turns strangers, verifiers and other offices away', async () => {
    const id = await team.begin()
    expect((await team.move(api.stranger, id, 'withdraw')).statusCode).toBe(401)
    expect((await team.move(team.verifier, id, 'withdraw')).statusCode).toBe(403)
    expect((await team.move(team.other, id, 'withdraw')).statusCode).toBe(404)
    expect((await team.move(team.operator, id, 'withdraw', { a: 1 })).statusCode).toBe(422)
    expect((await team.move(team.operator, id, 'withdraw')).json().code).toBe('wrong-status')
  })

  it('takes a report back until it is claimed, and hides what was withdrawn', async () => {
    const id = await team.begin()
    await team.through(id, ['operator', 'submit'])
    expect((await team.verifier.call('GET', `/submissions/${id}/revisions/1`)).statusCode).toBe(200)
    const back = await team.move(team.operator, id, 'withdraw')
    expect(back.json()).toMatchObject({ status: 'draft', latestRevision: 1 })
    expect(await lastEvent(id)).toMatchObject({ type: 'submission.withdrawn', data: { revision: 1, to: 'draft' } })
    expect((await team.verifier.call('GET', `/submissions/${id}/revisions/1`)).statusCode).toBe(404)
    const own = (await team.operator.call('GET', `/submissions/${id}/revisions`)).json().items
    expect(own).toMatchObject([{ n: 1, status: 'withdrawn' }])
    await team.through(id, ['operator', 'submit'], ['verifier', 'claim'])
    const late = await team.move(team.operator, id, 'withdraw')
    expect([late.statusCode, late.json().code]).toEqual([409, 'wrong-status'])
  })
})
