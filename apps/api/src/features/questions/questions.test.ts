import { spmAnswers } from '@sepakat/db/builders/index.ts'
import type { Catalogue } from '@sepakat/rules'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { move, type Reporting, reporting } from '#testing/reporting.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { verifying } from '#testing/verifying.ts'

const form = 'spm/triwulan'
let api: TestApi
let plan: Reporting
let operator: SignedIn
let head: SignedIn
let leader: SignedIn
let report: string

beforeAll(async () => {
  api = await testApi()
  plan = await reporting(api.db)
  operator = await api.as({ role: 'operator', offices: [plan.dsp3a] })
  head = await api.as({ role: 'head', offices: [plan.dsp3a] })
  leader = await api.as({ role: 'leader' })
  const { catalogue }: { catalogue: Catalogue } = (await operator.call('GET', `/forms/${form}`)).json()
  const answers = spmAnswers(catalogue, ['gepeng'], 2026, 2)
  const made = await operator.call('POST', '/submissions', { office: plan.dsp3a, form, period: '2026-TW2', answers })
  report = made.json().id
})
afterAll(() => api.close())

const asking = (more: object = {}) => ({ id: v7(), code: 'spm.index', row: 'gepeng', text: 'Mengapa turun?', ...more })
const post = (by: SignedIn, path: string, body?: object) =>
  by.call('POST', `/submissions/${report}/questions${path}`, body ?? {})
const listed = async (by: SignedIn, query = '') => (await by.call('GET', `/questions${query}`)).json().items

describe('POST /submissions/:id/questions', () => {
  it('asks about a figure that counts, from outside its office, once for an id', async () => {
    expect((await post(leader, '', asking())).json().code).toBe('wrong-status')
    await move(operator, report, 'submit')
    expect((await post(operator, '', asking())).statusCode).toBe(403)
    expect((await post(head, '', asking())).statusCode).toBe(403)
    const other = await api.as({ role: 'leader', offices: [plan.dinkes] })
    expect((await post(other, '', asking())).statusCode).toBe(404)
    expect((await api.stranger.call('POST', `/submissions/${report}/questions`, asking())).statusCode).toBe(401)
    expect((await post(leader, '', asking({ code: 'spm.bukan' }))).statusCode).toBe(422)
    expect((await post(leader, '', asking({ text: '' }))).statusCode).toBe(422)
    const body = asking()
    const made = await post(leader, '', body)
    expect([made.statusCode, made.json()]).toMatchObject([
      201,
      { status: 'asked', label: expect.stringContaining('Indeks'), rowLabel: expect.any(String), answers: [] },
    ])
    expect((await post(leader, '', body)).json()).toEqual(made.json())
    expect((await post(leader, '', { ...body, text: 'Lain' })).json().code).toBe('exists')
    expect(await listed(operator)).toEqual([{ ...made.json(), mayClose: false }])
    expect(await listed(other)).toEqual([])
  })
})

describe('answers and close', () => {
  it('the office answers, its answer returns to who asked, who closes it; the report stays as it was', async () => {
    const [{ id }] = await listed(leader)
    expect((await post(leader, `/${id}/answers`, { text: 'Saya' })).statusCode).toBe(403)
    const answered = await post(head, `/${id}/answers`, { text: 'Panti diperbaiki.' })
    expect(answered.json()).toMatchObject({ status: 'answered', answers: [{ text: 'Panti diperbaiki.' }] })
    expect((await post(operator, `/${id}/answers`, { text: 'Sampai Agustus.' })).json().answers).toHaveLength(2)
    expect((await post(operator, `/${v7()}/answers`, { text: 'x' })).statusCode).toBe(404)
    expect((await listed(leader, '?open=true')).map((one: { status: string }) => one.status)).toEqual(['answered'])
    const auditor = await api.as({ role: 'auditor' })
    expect((await post(auditor, `/${id}/close`)).statusCode).toBe(403)
    expect((await post(leader, `/${id}/close`)).json().status).toBe('closed')
    expect((await post(leader, `/${id}/close`)).json().status).toBe('closed')
    expect((await post(operator, `/${id}/answers`, { text: 'Lagi' })).json().code).toBe('wrong-status')
    expect(await listed(leader, '?open=true')).toEqual([])
    expect((await leader.call('GET', `/submissions/${report}`)).json().status).toBe('submitted')
  })

  it('are in the history of the report, bound to what was written', async () => {
    const { items } = (await leader.call('GET', `/submissions/${report}/events`)).json()
    const types = items.map(({ type }: { type: string }) => type).filter((type: string) => type.startsWith('figure.'))
    expect(types.toSorted()).toEqual(['figure.answered', 'figure.answered', 'figure.asked', 'figure.closed'])
    const audit = verifying(api)
    await audit.seal()
    expect(await audit.verify()).toEqual([])
    await audit.close()
  })

  it('a question of a post that has ended is closed in its place by another of the person, or of its role', async () => {
    const asker = await api.as([{ role: 'leader' }, { role: 'auditor' }])
    const ids = [asking(), asking()]
    for (const body of ids) expect((await post(asker, '', body)).json().mayClose).toBe(true)
    const other = await api.as({ role: 'leader' })
    const auditor = await api.as({ role: 'auditor' })
    const mine = async (by: SignedIn) =>
      (await listed(by, '?open=true')).filter((one: { mayClose: boolean }) => one.mayClose).length
    expect((await post(other, `/${ids[0]?.id}/close`)).json().code).toBe('no-right')
    expect(await mine(other)).toBe(0)
    await api.db.prisma.post.update({ where: { id: asker.postId }, data: { to: new Date('2026-01-02') } })
    expect((await post(auditor, `/${ids[0]?.id}/close`)).json().code).toBe('no-right')
    expect(await mine(auditor)).toBe(0)
    expect(await mine(other)).toBe(2)
    expect((await post(other, `/${ids[0]?.id}/close`)).json()).toMatchObject({ status: 'closed', mayClose: false })
    const { id } = await api.db.prisma.post.findFirstOrThrow({ where: { personId: asker.personId, role: 'auditor' } })
    const moved = await api.session(asker.personId, id)
    expect((await post(moved, `/${ids[1]?.id}/close`)).json().status).toBe('closed')
  })
})
