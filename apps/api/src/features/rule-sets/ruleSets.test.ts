import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, type Reporting, reporting } from '#testing/reporting.ts'
import { agreementAnswers, registerAnswers, sakipIds } from '#testing/sakip.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { figureHandlers } from '../figures/routes.ts'
import { moveHandlers } from '../moves/routes.ts'
import { submissionHandlers } from '../submissions/routes.ts'
import { ruleSetHandlers } from './routes.ts'

let api: TestApi
let plan: Reporting
let coordinator: SignedIn
let approver: SignedIn
let report: string
beforeAll(async () => {
  api = await testApi({ ...ruleSetHandlers, ...submissionHandlers, ...moveHandlers, ...figureHandlers })
  plan = await reporting(api.db)
  coordinator = await api.as({ role: 'coordinator' })
  approver = await api.as({ role: 'approver' })
  const operator = await api.as({ role: 'operator', offices: [plan.dsp3a] })
  const verifier = await api.as({ role: 'verifier' })
  const over = { recipients: { gepeng: { due: '40', served: '50', 'why-over-100': 'Pendatang' } } }
  const file = async (form: string, period: string, answers: object) => {
    const made = await operator.call('POST', '/submissions', { office: plan.dsp3a, form, period, answers })
    await approve(operator, verifier, made.json().id)
    return made.json().id
  }
  report = await file('spm/triwulan', '2026-TW1', over)
  const ids = sakipIds()
  await file('sakip/indikator', '2026', registerAnswers(ids))
  await file('sakip/perjanjian-kinerja', '2026', agreementAnswers(ids))
  await file('spm/triwulan', '2026-TW1-latihan', over)
})
afterAll(() => api.close())

const uncapped = { spm: { caps: { recipients: null } } }
const proposal = (over: object = {}) => ({
  basedOn: '2021.1',
  year: 2026,
  note: 'Permendagri baru',
  change: uncapped,
  ...over,
})
const propose = (body: object, by: Caller = coordinator) => by.call('POST', '/rule-sets', body)
const effects = async (id: string, by: Caller = approver, query = '') =>
  by.call('GET', `/rule-sets/${id}/effects${query}`)
const pointers = (answer: { json: () => { errors: { pointer: string }[] } }) =>
  answer.json().errors.map(error => error.pointer)

describe('GET /rule-sets', () => {
  it('turns a stranger away, and gives what the region chose', async () => {
    expect((await api.stranger.call('GET', '/rule-sets')).statusCode).toBe(401)
    const { items } = (await approver.call('GET', '/rule-sets')).json()
    expect(items).toMatchObject([
      { id: '2021.1', status: 'approved', proposedBy: { name: 'Sistem' }, body: { spm: { nil: 'exclude' } } },
    ])
  })
})

describe('who approves', () => {
  it('is named by post, while somebody holds it', async () => {
    const approvers = async (): Promise<{ post: string; name: string; reportTypes: string[] }[]> =>
      (await coordinator.call('GET', '/rule-sets')).json().approvers
    const before = await approvers()
    expect(before).toContainEqual({ post: 'Pejabat pengesah', name: expect.any(String), reportTypes: [] })
    const other = await api.as({ role: 'approver', reportTypes: ['sakip'] })
    await api.as({ role: 'approver', offices: [plan.dsp3a] })
    expect((await approvers()).map(({ reportTypes }) => reportTypes).sort()).toEqual([[], ['sakip']])
    await api.db.pool.query(`UPDATE post SET "to" = "from" WHERE id = $1`, [other.postId])
    expect(await approvers()).toEqual(before)
  })
})

describe('POST /rule-sets', () => {
  it('turns a stranger away, and who may not propose for the region', async () => {
    expect((await propose(proposal(), api.stranger)).statusCode).toBe(401)
    expect((await propose(proposal(), approver)).statusCode).toBe(403)
    const ofOffice = await api.as({ role: 'coordinator', offices: [plan.dsp3a] })
    expect((await propose(proposal(), ofOffice)).statusCode).toBe(403)
  })

  it('is not for other reports than those of the post', async () => {
    const ofSakip = await api.as({ role: 'coordinator', reportTypes: ['sakip'] })
    expect((await propose(proposal(), ofSakip)).json().code).toBe('no-right')
    expect((await propose(proposal({ year: 2050, change: { sakip: { cap: '120' } } }), ofSakip)).statusCode).toBe(201)
  })

  it('names what is wrong', async () => {
    expect(pointers(await propose(proposal({ basedOn: '2099.1' })))).toEqual(['/basedOn'])
    expect(pointers(await propose(proposal({ note: ' ' })))).toEqual(['/note'])
    expect(pointers(await propose(proposal({ change: { spm: { nil: 'lupa' } } })))).toEqual(['/change/spm/nil'])
    const weights = { spm: { weights: { recipients: '70' } } }
    expect(pointers(await propose(proposal({ change: weights })))).toEqual(['/change/spm/weights'])
    const floor = { sakip: { cap: '100', floor: '100' } }
    expect(pointers(await propose(proposal({ change: floor })))).toEqual(['/change/sakip/floor'])
  })

  it('keeps a proposal under the next number of its year, which counts nowhere yet', async () => {
    const answer = await propose(proposal())
    expect(answer.statusCode, answer.body).toBe(201)
    expect(answer.json()).toMatchObject({
      id: '2026.1',
      status: 'proposed',
      note: 'Permendagri baru',
      approvedAt: null,
      body: { id: '2026.1', spm: { caps: { recipients: null, quality: '100' }, nil: 'exclude' } },
    })
    expect((await propose(proposal({ change: {} }))).json().id).toBe('2026.2')
    expect((await api.events('rights')).filter(({ type }) => type === 'ruleset.proposed').at(-2)).toMatchObject({
      data: { ruleSet: '2026.1', basedOn: '2021.1', year: 2026, change: uncapped },
    })
  })
})

describe('GET /rule-sets/:id/effects', () => {
  it('turns a stranger away, and who reads no figures of the region', async () => {
    expect((await effects('2026.1', api.stranger)).statusCode).toBe(401)
    expect((await effects('2026.1', await api.as({ role: 'admin' }))).statusCode).toBe(403)
    expect((await effects('2026.1', await api.as({ role: 'verifier', offices: [plan.dsp3a] }))).statusCode).toBe(403)
    expect((await effects('2099.1')).statusCode).toBe(404)
    expect((await effects('2026.1', approver, '?cursor=x')).statusCode).toBe(422)
  })

  it('says which figures of approved reports would come to something else, changes of category first', async () => {
    const { items, checked, next } = (await effects('2026.1')).json()
    expect([checked, next]).toEqual([3, null])
    expect(items).toMatchObject([
      { submission: report, form: 'spm/triwulan', period: '2026-TW1', unlike: false, office: { id: plan.dsp3a } },
    ])
    const [{ moves }] = items
    expect(moves[0]).toMatchObject({
      code: 'spm.recipients',
      row: 'gepeng',
      label: expect.any(String),
      rowLabel: expect.stringMatching(/gelandangan/i),
      from: { value: '100' },
      to: { value: '125' },
    })
    expect(moves.every((m: { from: { value: string }; to: { value: string } }) => m.from.value !== m.to.value)).toBe(
      true,
    )
    // nothing of it is stored
    const figures = (await approver.call('GET', '/figures?code=spm.recipients&row=gepeng')).json().items
    expect(figures.map((f: { figure: { value: string } }) => f.figure.value)).toEqual(['100'])
  })

  it('is empty where the set changes nothing, or counts for no report', async () => {
    expect((await effects('2026.2')).json()).toEqual({ items: [], checked: 3, next: null })
    const { id } = (await propose(proposal({ year: 2027 }))).json()
    expect((await effects(id)).json()).toEqual({ items: [], checked: 0, next: null })
  })

  it('goes report by report, and keeps to the report types of the post', async () => {
    const seen: string[] = []
    let checked = 0
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: { submission: string }[]; checked: number; next: string | null } = (
        await effects('2026.1', approver, `?limit=1${cursor && `&cursor=${cursor}`}`)
      ).json()
      seen.push(...page.items.map(item => item.submission))
      checked += page.checked
      cursor = page.next
    }
    expect([seen, checked]).toEqual([[report], 3])
    const ofSakip = await api.as({ role: 'coordinator', reportTypes: ['sakip'] })
    expect((await effects('2026.1', ofSakip)).json()).toEqual({ items: [], checked: 2, next: null })
  })

  it('reads sources as they were frozen: the agreement read the register', async () => {
    const { id } = (await propose(proposal({ change: { sakip: { lower: 'T/R', cap: '80' } } }))).json()
    const { items } = (await effects(id)).json()
    expect(items.filter((item: { unlike: boolean }) => item.unlike)).toEqual([])
  })
})

describe('POST /rule-sets/:id/approve', () => {
  const pass = (id: string, by: Caller = approver) => by.call('POST', `/rule-sets/${id}/approve`)

  it('turns a stranger away, and who only proposes', async () => {
    expect((await pass('2026.1', api.stranger)).statusCode).toBe(401)
    expect((await pass('2026.1', coordinator)).statusCode).toBe(403)
    expect((await pass('2099.1')).statusCode).toBe(404)
    const ofSakip = await api.as({ role: 'approver', reportTypes: ['sakip'] })
    expect((await pass('2026.1', ofSakip)).json().code).toBe('no-right')
  })

  it('is not for who proposed it, at whatever post', async () => {
    const both = await api.as([{ role: 'coordinator' }, { role: 'approver' }])
    const { id } = (await propose(proposal({ year: 2040 }), both)).json()
    const { rows } = await api.db.pool.query<{ id: string }>(
      `SELECT id FROM post WHERE person_id = $1 AND role = 'approver'`,
      [both.personId],
    )
    const refused = await pass(id, await api.session(both.personId, rows[0]!.id))
    expect([refused.statusCode, refused.json().needs[0].code]).toEqual([409, 'another-person'])
    expect((await pass(id)).statusCode).toBe(200)
  })

  it('makes it count for its year, once, and approved reports keep theirs', async () => {
    const answer = await pass('2026.1')
    expect(answer.json()).toMatchObject({ id: '2026.1', status: 'approved', approvedAt: expect.any(String) })
    expect((await api.events('rights')).at(-1)).toMatchObject({
      type: 'ruleset.approved',
      actor: `post:${approver.postId}`,
      data: { ruleSet: '2026.1' },
    })
    expect((await pass('2026.1')).json().code).toBe('exists')
    const figures = (await approver.call('GET', '/figures?code=spm.recipients&row=gepeng')).json().items
    expect(figures[0].figure.derivation.ruleSet).toBe('2021.1')
  })

  it('allows no further change, and no removal', async () => {
    for (const sql of [
      `UPDATE rule_set SET body = '{}' WHERE id = '2026.2'`,
      `UPDATE rule_set SET status = 'proposed' WHERE id = '2026.1'`,
      `UPDATE rule_set SET status = 'approved', body = '{}' WHERE id = '2026.2'`,
      `UPDATE rule_set SET status = 'withdrawn' WHERE id = '2026.1'`,
      `DELETE FROM rule_set WHERE id = '2026.2'`,
    ])
      await expect(api.db.pool.query(sql)).rejects.toThrow(/append-only|permission denied/)
  })
})

describe('POST /rule-sets/:id/withdraw', () => {
  const withdraw = (id: string, by: Caller = coordinator) => by.call('POST', `/rule-sets/${id}/withdraw`)

  it('turns a stranger away, and who does not propose', async () => {
    expect((await withdraw('2026.2', api.stranger)).statusCode).toBe(401)
    expect((await withdraw('2026.2', approver)).statusCode).toBe(403)
    expect((await withdraw('2099.1')).statusCode).toBe(404)
  })

  it('is for who proposed it alone, and not once it counts', async () => {
    const refused = await withdraw('2026.2', await api.as({ role: 'coordinator' }))
    expect([refused.statusCode, refused.json().needs[0].code]).toEqual([409, 'same-person'])
    expect((await withdraw('2026.1')).json().code).toBe('exists')
  })

  it('takes the proposal back: it stays under its number, and cannot be approved any more', async () => {
    expect((await withdraw('2026.2')).json()).toMatchObject({ id: '2026.2', status: 'withdrawn', approvedAt: null })
    expect((await api.events('rights')).at(-1)).toMatchObject({
      type: 'ruleset.withdrawn',
      actor: `post:${coordinator.postId}`,
      data: { ruleSet: '2026.2', year: 2026 },
    })
    expect((await approver.call('POST', '/rule-sets/2026.2/approve')).json().code).toBe('exists')
    expect((await withdraw('2026.2')).json().code).toBe('exists')
    expect((await propose(proposal())).json().id).toBe('2026.4')
  })
})
