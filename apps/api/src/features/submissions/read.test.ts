import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, move, type Reporting, reporting } from '#testing/reporting.ts'
import { agreementAnswers, registerAnswers, sakipIds } from '#testing/sakip.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { answerHandlers } from '../answers/routes.ts'
import { moveHandlers } from '../moves/routes.ts'
import { submissionHandlers } from './routes.ts'

let api: TestApi
let plan: Reporting
let operator: SignedIn
let verifier: SignedIn
let stranger: SignedIn
beforeAll(async () => {
  api = await testApi({ ...submissionHandlers, ...answerHandlers, ...moveHandlers })
  plan = await reporting(api.db)
  operator = await api.as({ role: 'operator', offices: [plan.dsp3a] }, { name: 'Operator Sosial' })
  verifier = await api.as({ role: 'verifier', reportTypes: ['spm', 'sakip'] }, { name: 'Verifikator' })
  stranger = await api.as({ role: 'operator', offices: [plan.dinkes] })
})
afterAll(() => api.close())

const begin = async (form: string, period: string, answers?: object): Promise<string> => {
  const made = await operator.call('POST', '/submissions', { office: plan.dsp3a, form, period, answers })
  expect(made.statusCode, made.body).toBe(201)
  return made.json().id
}
const newCatalogue = (form: string) =>
  api.db.pool.query(
    `INSERT INTO form_version (form, version, body, sha256, published_by)
     SELECT form, version + 1, jsonb_set(body, '{rows}', jsonb_path_query_array(body, '$.rows[*] ? (@.id != "gepeng" && @.parent != "gepeng")')),
            repeat('a', 63) || version, 'system' FROM form_version WHERE form = $1 ORDER BY version DESC LIMIT 1`,
    [form],
  )

describe('GET /submissions/:id', () => {
  let id: string
  beforeAll(async () => {
    id = await begin('spm/triwulan', '2026-TW1', { recipients: { gepeng: { due: '40', served: '10' } } })
  })

  it('turns a stranger away, and hides the report of another office', async () => {
    expect((await api.stranger.call('GET', `/submissions/${id}`)).statusCode).toBe(401)
    expect((await stranger.call('GET', `/submissions/${id}`)).statusCode).toBe(404)
    expect((await (await api.as({ role: 'admin' })).call('GET', `/submissions/${id}`)).statusCode).toBe(403)
    const otherType = await api.as({ role: 'verifier', reportTypes: ['lppd'] })
    expect((await otherType.call('GET', `/submissions/${id}`)).statusCode).toBe(404)
  })

  it('computes the progress of a draft for its own office, and only what was computed for others', async () => {
    const others = (await verifier.call('GET', `/submissions/${id}`)).json()
    expect([others.progress, others.readable]).toEqual([{}, false])
    const own = (await operator.call('GET', `/submissions/${id}`)).json()
    expect(own.progress.gepeng.filled).toBe(1)
    expect(own.progress.gepeng.all).toBeGreaterThan(5)
    expect(own).toMatchObject({
      readable: true,
      status: 'draft',
      version: 2,
      late: false,
      periodTitle: 'Triwulan I 2026',
    })
    expect((await verifier.call('GET', `/submissions/${id}`)).json().progress).toEqual(own.progress)
  })

  it('tells each what may be done next', async () => {
    const movesOf = async (by: SignedIn) => (await by.call('GET', `/submissions/${id}`)).json().moves
    expect(await movesOf(operator)).toEqual([{ move: 'submit', needs: [] }])
    expect(await movesOf(verifier)).toEqual([])
    await move(operator, id, 'submit')
    expect(await movesOf(verifier)).toEqual([{ move: 'claim', needs: [] }])
    await move(verifier, id, 'claim')
    const claimed = (await operator.call('GET', `/submissions/${id}`)).json()
    expect(claimed.claimedBy).toEqual({ actor: `post:${verifier.postId}`, name: 'Verifikator', title: 'Verifikator' })
    await move(verifier, id, 'release')
    await move(operator, id, 'withdraw')
  })
})

describe('GET /submissions/:id/form', () => {
  it('gives all that a device builds the form from: the rows assigned to the office, rule set, sources', async () => {
    const id = await begin('spm/triwulan', '2026-TW2')
    const form = (await operator.call('GET', `/submissions/${id}/form`)).json()
    expect(form).toMatchObject({
      form: 'spm/triwulan',
      formVersion: 1,
      ruleSet: { id: '2021.1', spm: { quality: 'mean' } },
      settings: { signing: false, secondReview: false },
      scope: { office: { id: plan.dsp3a }, period: '2026-TW2', number: 1, plan: { from: 2025, to: 2030 } },
    })
    expect([...form.scope.rows].sort()).toEqual(
      ['anak-telantar', 'disabilitas-telantar', 'gepeng', 'korban-bencana', 'lansia-telantar'].sort(),
    )
    expect(form.scope.sources.previous).toMatchObject({
      status: 'draft',
      submission: await plan.owed(plan.dsp3a, 'spm/triwulan', '2026-TW1'),
      answers: { recipients: { gepeng: { due: '40' } } },
    })
    expect(form.scope.sources.previous.rows.recipients.map((r: { id: string }) => r.id)).toContain('gepeng')
  })

  it('is for who may read the answers', async () => {
    const id = await plan.owed(plan.dsp3a, 'spm/triwulan', '2026-TW2')
    expect((await api.stranger.call('GET', `/submissions/${id}/form`)).statusCode).toBe(401)
    expect((await stranger.call('GET', `/submissions/${id}/form`)).statusCode).toBe(404)
    expect((await verifier.call('GET', `/submissions/${id}/form`)).statusCode).toBe(403)
    await move(operator, id, 'submit')
    const seen = (await verifier.call('GET', `/submissions/${id}/form`)).json()
    // the draft of the quarter before is still the office's own
    expect(seen.scope.sources).toEqual({})
  })

  it('reads the approved register before the submitted one, before the own draft, and rows from the agreement', async () => {
    const ids = sakipIds()
    const register = await begin('sakip/indikator', '2026', registerAnswers(ids))
    const agreement = await begin('sakip/perjanjian-kinerja', '2026', agreementAnswers(ids))
    const sourceOf = async (id: string, name: string, by = operator) =>
      (await by.call('GET', `/submissions/${id}/form`)).json().scope.sources[name]
    expect(await sourceOf(agreement, 'register')).toMatchObject({ status: 'draft', submission: register })
    await move(operator, register, 'submit')
    const submitted = await sourceOf(agreement, 'register')
    expect(submitted).toMatchObject({ status: 'handed-in', revision: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(submitted.rows.indicators).toEqual(
      ids.indicators.map((id, at) => ({ id, parent: ids.objective, label: `Persentase layanan ${at + 1}` })),
    )
    await move(verifier, register, 'claim')
    await move(verifier, register, 'approve')
    expect(await sourceOf(agreement, 'register')).toMatchObject({ status: 'approved', revision: submitted.revision })

    const quarter = await begin('sakip/pengukuran-triwulan', '2026-TW1')
    expect(await sourceOf(quarter, 'agreement')).toMatchObject({ status: 'draft', submission: agreement })
    await approve(operator, verifier, agreement)
    const measured = await sourceOf(quarter, 'agreement')
    expect([measured.status, measured.rows.indicators.length, measured.rows.programs[0].label]).toEqual([
      'approved',
      2,
      'Program Rehabilitasi Sosial',
    ])
    const saved = await operator.call('PATCH', `/submissions/${quarter}/answers`, {
      changes: [
        { changeId: v7(), op: 'set', pointer: `/indicators/${ids.indicators[0]}/realization`, value: '25', base: 0 },
        { changeId: v7(), op: 'set', pointer: `/indicators/${v7()}/realization`, value: '25', base: 0 },
      ],
    })
    expect(saved.json().results).toMatchObject([
      { result: 'applied' },
      { result: 'bad-shape', code: 'unknown-pointer' },
    ])

    // a submitted Perubahan does not come before the approved one, and counts once it is approved itself
    const second = (await operator.call('POST', '/submissions', { after: agreement, reason: 'APBD-P' })).json().id
    await operator.call('PATCH', `/submissions/${second}/answers`, {
      changes: [{ changeId: v7(), op: 'set', pointer: '/document/document/reason', value: 'Perubahan APBD', base: 0 }],
    })
    await move(operator, second, 'submit')
    expect((await sourceOf(quarter, 'agreement')).submission).toBe(agreement)
    await move(verifier, second, 'claim')
    await move(verifier, second, 'approve')
    expect(await sourceOf(quarter, 'agreement')).toMatchObject({ status: 'approved', submission: second })
  })
})

describe('POST /submissions/:id/version', () => {
  let id: string
  const to = (by: SignedIn, version: number) => by.call('POST', `/submissions/${id}/version`, { to: version })
  beforeAll(async () => {
    id = await begin('spm/triwulan', '2026-TW3', { recipients: { gepeng: { served: '12' } } })
  })

  it('turns a stranger, another office and a reader away', async () => {
    expect((await api.stranger.call('POST', `/submissions/${id}/version`, { to: 1 })).statusCode).toBe(401)
    expect((await to(stranger, 1)).statusCode).toBe(404)
    expect((await to(verifier, 1)).statusCode).toBe(403)
  })

  it('moves a draft to the newest catalogue and to no other, and keeps what that no longer asks', async () => {
    await newCatalogue('spm/triwulan')
    const before = (await operator.call('GET', `/submissions/${id}`)).json()
    expect([before.formVersion, before.newestVersion]).toEqual([1, 2])
    const none = await to(operator, 3)
    expect([none.statusCode, none.json().errors[0].pointer]).toEqual([422, '/to'])
    const moved = await to(operator, 2)
    expect([moved.statusCode, moved.json().formVersion, Object.keys(moved.json().progress)]).toEqual([
      200,
      2,
      expect.not.arrayContaining(['gepeng']),
    ])
    expect((await to(operator, 2)).statusCode).toBe(200)
    expect((await operator.call('GET', `/submissions/${id}/answers`)).json().answers.recipients.gepeng.served).toBe(
      '12',
    )
    const events = (await api.events(`submission/${id}`)).filter(({ type }) => type === 'submission.version-moved')
    expect(events).toEqual([
      {
        type: 'submission.version-moved',
        actor: `post:${operator.postId}`,
        data: { form: 'spm/triwulan', from: 1, to: 2 },
      },
    ])
    const stray = { changeId: v7(), op: 'set', pointer: '/recipients/gepeng/due', value: '1', base: 0 }
    const saved = await operator.call('PATCH', `/submissions/${id}/answers`, { changes: [stray] })
    expect(saved.json().results[0].code).toBe('unknown-pointer')
  })

  it('leaves alone what is not open with its office', async () => {
    await move(operator, id, 'submit')
    await newCatalogue('spm/triwulan')
    const closed = await to(operator, 3)
    expect([closed.statusCode, closed.json().code]).toEqual([409, 'wrong-status'])
  })
})
