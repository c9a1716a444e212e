import { openDatabase, pendingRecomputations, reader, verifyHistory } from '@sepakat/db'
import { spmAnswers } from '@sepakat/db/builders/index.ts'
import type { Catalogue } from '@sepakat/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { move, type Reporting, reporting } from '#testing/reporting.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { recomputeFigures } from './recomputeFigures.ts'

const form = 'spm/triwulan'
const period = '2026-TW2'
let api: TestApi
let plan: Reporting
let catalogue: Catalogue
let social: SignedIn
let health: SignedIn
let verifier: SignedIn
let leader: SignedIn
let coordinator: SignedIn
let approver: SignedIn
let approved: string
let submitted: string

interface Line {
  submission: string
  standing: string
  figure: { code: string; row: string; value: string; derivation: { ruleSet: string } }
}
const services = (group: string) =>
  catalogue.rows.filter(row => row.table === 'recipients' && row.group === group).map(row => row.id)
const begin = async (by: SignedIn, office: string, key: string, rows: string[]): Promise<string> => {
  const answers = spmAnswers(catalogue, rows, 2026, 2)
  const made = await by.call('POST', '/submissions', { office, form, period: key, answers })
  expect(made.statusCode, made.body).toBe(201)
  return made.json().id
}
const figures = async (code: string, row: string): Promise<Line[]> => {
  const query = `form=${form}&period=${period}&code=${code}&row=${row}&provisional=true`
  return (await leader.call('GET', `/figures?${query}`)).json().items
}
const recap = async () => (await leader.call('GET', `/recap?form=${form}&period=${period}&provisional=true`)).json()
const indexIn = ({ items }: { items: Line[] }, row: string) =>
  items.find(({ figure }) => figure.code === 'spm.index' && figure.row === row)?.figure
const stored = async () => (await api.db.pool.query('SELECT count(*)::int AS n FROM figure')).rows[0].n
const run = (clock = () => new Date()) => recomputeFigures(api.db, clock)
const counting = async (change: object): Promise<string> => {
  const body = { basedOn: '2021.1', year: 2026, note: 'Bobot baru', change }
  const { id } = (await coordinator.call('POST', '/rule-sets', body)).json()
  expect((await approver.call('POST', `/rule-sets/${id}/approve`)).statusCode).toBe(200)
  return id
}
const evenly = { spm: { weights: { recipients: '50', quality: '50' } } }

beforeAll(async () => {
  api = await testApi()
  plan = await reporting(api.db)
  social = await api.as({ role: 'operator', offices: [plan.dsp3a] })
  health = await api.as({ role: 'operator', offices: [plan.dinkes] })
  verifier = await api.as({ role: 'verifier', reportTypes: ['spm'] })
  leader = await api.as({ role: 'leader' })
  coordinator = await api.as({ role: 'coordinator' })
  approver = await api.as({ role: 'approver' })
  catalogue = (await leader.call('GET', `/forms/${form}`)).json().catalogue
  approved = await begin(social, plan.dsp3a, period, services('sosial').slice(0, 2))
  submitted = await begin(health, plan.dinkes, period, services('kesehatan').slice(0, 2))
  await approveTicked(social, approved)
  await move(health, submitted, 'submit')
})
afterAll(() => api.close())

/** Each row that declares a state is ticked before it is approved. */
async function approveTicked(by: SignedIn, id: string) {
  await move(by, id, 'submit')
  await passReview(id)
}
async function passReview(id: string) {
  await move(verifier, id, 'claim')
  const { answers } = (await verifier.call('GET', `/submissions/${id}/answers`)).json()
  for (const [table, rows] of Object.entries<Record<string, object>>(answers))
    for (const [row, cells] of Object.entries(rows))
      if ('state' in cells)
        await verifier.call('PUT', `/submissions/${id}/ticks`, { anchor: `/${table}/${row}`, ticked: true })
  await move(verifier, id, 'approve')
}

describe('figures under a rule set that is approved later', () => {
  let ruleSet: string
  let before: Line
  const row = () => services('sosial')[0] ?? ''

  it('wait for a job that approving enqueues; until it is done the recap says so', async () => {
    const [line] = await figures('spm.index', row())
    before = line!
    expect(before.figure.derivation.ruleSet).toBe('2021.1')
    ruleSet = await counting(evenly)
    const jobs = await api.db.pool.query(`SELECT name FROM pgboss.job WHERE name = 'recompute'`)
    expect(jobs.rows).toHaveLength(1)
    expect(await recap()).toMatchObject({ ruleSet, recomputing: 2, unlike: [] })
    const { coverage } = (await leader.call('GET', '/overview?year=2026')).json()
    expect(
      coverage.find((one: { form: string; period: string }) => one.form === form && one.period === period),
    ).toMatchObject({
      standing: 'incomplete',
    })
  })

  it('are computed from the frozen answers and stored beside the old ones, which stay; a kill in the middle loses nothing', async () => {
    const old = await stored()
    let asked = 0
    const killed = () => {
      asked += 1
      if (asked > 1) throw new Error('killed')
      return new Date()
    }
    await expect(run(killed)).rejects.toThrow(AggregateError)
    expect((await recap()).recomputing).toBe(1)
    expect(await run()).toBe(1)
    expect(await stored()).toBe(2 * old)

    const [after, ...more] = await figures('spm.index', row())
    expect(more).toEqual([])
    const [recipients] = await figures('spm.recipients', row())
    const [quality] = await figures('spm.quality', row())
    expect(after?.figure.derivation.ruleSet).toBe(ruleSet)
    expect(Number(after?.figure.value)).toBeCloseTo(
      (Number(recipients?.figure.value) + Number(quality?.figure.value)) / 2,
      10,
    )
    expect(after?.figure.value).not.toBe(before.figure.value)
    const revision = (await leader.call('GET', `/submissions/${approved}/revisions/1`)).json()
    const printed = JSON.stringify(revision)
    expect(printed).toContain(before.figure.value)
    expect(printed).not.toContain(`"${ruleSet}"`)
  })

  it('are what the recap takes, all under the rule set it names', async () => {
    const whole = await recap()
    expect(whole).toMatchObject({ ruleSet, recomputing: 0, unlike: [] })
    const sets = whole.items.map(({ figure }: Line) => figure.derivation.ruleSet)
    expect([...new Set(sets)]).toEqual([ruleSet])
    expect(indexIn(whole, row())?.value).toBe((await figures('spm.index', row()))[0]?.figure.value)
  })

  it('are what another proposal is compared with: taking the change back moves them, the same again does not', async () => {
    const movesOf = async (change: object) => {
      const body = { basedOn: '2021.1', year: 2026, note: 'Bobot lama', change }
      const { id } = (await coordinator.call('POST', '/rule-sets', body)).json()
      const { items } = (await approver.call('GET', `/rule-sets/${id}/effects`)).json()
      await coordinator.call('POST', `/rule-sets/${id}/withdraw`)
      return items.flatMap(({ moves }: { moves: { code: string; row: string }[] }) => moves)
    }
    const [now] = await figures('spm.index', row())
    expect(await movesOf({})).toContainEqual(
      expect.objectContaining({
        code: 'spm.index',
        row: row(),
        from: expect.objectContaining({ value: now?.figure.value }),
        to: expect.objectContaining({ value: before.figure.value }),
      }),
    )
    expect(await movesOf(evenly)).toEqual([])
  })

  it('are not computed twice', async () => {
    const old = await stored()
    expect(await Promise.all([run(), run()])).toEqual([0, 0])
    expect(await stored()).toBe(old)
  })

  it('are there already when a report that was submitted before is approved; one submitted after needs none', async () => {
    await passReview(submitted)
    expect(await run()).toBe(0)
    const [line] = await figures('spm.index', services('kesehatan')[0] ?? '')
    expect(line).toMatchObject({ standing: 'final', figure: { derivation: { ruleSet } } })
    const later = await begin(social, plan.dsp3a, '2026-TW3', services('sosial').slice(0, 2))
    await move(social, later, 'submit')
    expect(await pendingRecomputations(reader(api.db), { after: null, limit: 50 })).toEqual([])
  })

  it('leave an event on the report, and pass verification', async () => {
    const events = (await api.events(`submission/${approved}`)).filter(({ type }) => type === 'submission.recomputed')
    expect(events).toMatchObject([
      {
        actor: 'system',
        data: { revision: 1, ruleSet, outcome: 'computed', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ])
    const database = openDatabase({ url: api.superuserUrl, max: 1 })
    const verify = async () => {
      const found: string[] = []
      for await (const { code } of verifyHistory(reader(database), {
        fileHash: async () => null,
        anchor: null,
        account: 'sepakat_app',
      }))
        found.push(code)
      return found
    }
    expect(await verify()).toEqual([])
    const tampered = async (sql: string) => {
      await database.pool.query('BEGIN')
      await database.pool.query('SET LOCAL session_replication_role = replica')
      await database.pool.query(sql, [approved, ruleSet])
      const found = await verify()
      await database.pool.query('ROLLBACK')
      return [...new Set(found)]
    }
    const of = 'WHERE submission_id = $1 AND rule_set = $2'
    const own = `WHERE submission_id = $1 AND rule_set = $2 AND code = 'spm.index'`
    expect(await tampered(`UPDATE figure SET unit = 'x' ${own}`)).toEqual(['figure-changed'])
    expect(await tampered(`UPDATE figure SET value = 1 ${own}`)).toEqual(['figure-changed'])
    expect(await tampered('DELETE FROM figure WHERE submission_id = $1 AND rule_set = $2')).toEqual(['figure-missing'])
    expect(
      await tampered(`INSERT INTO figure SELECT submission_id, n, code, row, office_id, form, period, value, why, raw, numerator,
      denominator, unit, band, basis, derivation, $2 || 'x' FROM figure ${own}`),
    ).toEqual(['figure-added'])
    // which figures count hangs on this row
    expect(await tampered(`UPDATE recomputation SET outcome = 'unlike', sha256 = NULL ${of}`)).toEqual([
      'figure-changed',
    ])
    expect(await tampered(`DELETE FROM recomputation ${of}`)).toEqual(['figure-missing'])
    expect(
      await tampered(
        `INSERT INTO recomputation SELECT submission_id, n, '2021.1', outcome, sha256, at FROM recomputation ${of}`,
      ),
    ).toEqual(['figure-added'])
    await database.close()
  })

  const rewrite = async (submission: string, body: string) => {
    const database = openDatabase({ url: api.superuserUrl, max: 1 })
    await database.pool.query('BEGIN')
    await database.pool.query('SET LOCAL session_replication_role = replica')
    await database.pool.query(`UPDATE revision SET body = ${body} WHERE submission_id = $1`, [submission])
    await database.pool.query('COMMIT')
    await database.close()
  }

  it('are computed where a release has added a figure since', async () => {
    await rewrite(approved, `body #- '{figures,0}'`)
    ruleSet = await counting({ spm: { weights: { recipients: '55', quality: '45' } } })
    await run()
    expect(await recap()).toMatchObject({ ruleSet, recomputing: 0, unlike: [] })
    expect((await figures('spm.index', row()))[0]?.figure.derivation.ruleSet).toBe(ruleSet)
  })

  it('are left out where the answers no longer give what was frozen; the report keeps its own and is named', async () => {
    await rewrite(submitted, `jsonb_set(body, '{figures,0,value}', '"1.5"')`)
    const old = await figures('spm.index', services('kesehatan')[0] ?? '')
    ruleSet = await counting({ spm: { weights: { recipients: '60', quality: '40' } } })
    await run()
    const whole = await recap()
    expect(whole).toMatchObject({
      ruleSet,
      recomputing: 0,
      unlike: [{ submission: submitted, office: { id: plan.dinkes } }],
    })
    expect((await figures('spm.index', row()))[0]?.figure.derivation.ruleSet).toBe(ruleSet)
    const [kept] = await figures('spm.index', services('kesehatan')[0] ?? '')
    expect(kept?.figure.derivation.ruleSet).toBe('2021.1')
    expect(old[0]?.figure.value).not.toBe(kept?.figure.value)
    expect(await run()).toBe(0)
  })

  it('keep the region from being final while a report keeps figures of other rules', async () => {
    const reported = [...services('sosial').slice(0, 2), ...services('kesehatan').slice(0, 2)]
    await api.db.prisma.rowAssignment.deleteMany({ where: { form, row: { notIn: reported } } })
    const { coverage } = (await leader.call('GET', '/overview?year=2026')).json()
    const whole = { coverage: { owed: 4, reported: 4, approved: 4 }, standing: 'provisional' }
    expect(await recap()).toMatchObject(whole)
    expect(coverage).toContainEqual(expect.objectContaining({ form, period, ...whole }))
  })

  it('are inserted once, also by the account of the application', async () => {
    for (const sql of ['UPDATE recomputation SET at = now()', 'DELETE FROM recomputation', 'TRUNCATE recomputation'])
      await expect(api.db.pool.query(sql)).rejects.toThrow(/append-only|permission denied|must be owner/)
  })
})
