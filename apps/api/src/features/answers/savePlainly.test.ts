import fc from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let team: Filing
/** An operator of the unit below, to which parts are handed. */
let below: SignedIn
let unit: string
/** What comes to pass between the reading of a save and its writing; and whether saves take the lock at once. */
const between: { act: (() => Promise<void>) | null; came: boolean; locked: boolean } = {
  act: null,
  came: false,
  locked: false,
}

beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  const admin = await api.as({ role: 'admin' })
  const made = { name: 'UPTD Panti Sosial', from: '2021-01-01', kind: 'unit', parent: team.office }
  unit = (await admin.call('POST', '/offices', made)).json().id
  below = await api.as({ role: 'operator', offices: [unit] })
  const { pool } = api.db
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<unknown>
  Object.assign(pool, {
    query: async (...args: unknown[]) => {
      const [{ name }, , done] = args as [{ name?: string }, unknown, (error: null, result: { rows: object[] }) => void]
      if (name === 'submission-read-save' && between.locked) return done(null, { rows: [] })
      if (name === 'answers-write-unchanged' && between.act) {
        const { act } = between
        Object.assign(between, { act: null, came: true })
        await act()
      }
      return query(...args)
    },
  })
})
afterAll(() => api.close())

const cells = ['/recipients/gepeng/due', '/recipients/gepeng/served', '/recipients/lansia-telantar/due']
const writers = ['operator', 'below'] as const
const acts = [
  'nothing',
  'save',
  'hand over',
  'take back',
  'done',
  'submit',
  'return',
  'reopen a cell',
  'version',
  'look',
] as const

interface Step {
  by: (typeof writers)[number]
  /** Which cells get which value. */
  set: { cell: number; value: string | null }[]
  /** On what was last seen, or on what was there in the beginning. */
  stale: boolean
  /** Once more, as a device does that had no answer. */
  again: boolean
  act: (typeof acts)[number]
}

/** A report with what both roads must make of it alike. */
class Report {
  readonly id: string
  part = ''
  constructor(id: string) {
    this.id = id
  }

  private run(text: string): Promise<unknown> {
    return api.db.pool.query({ text: `UPDATE submission SET ${text} WHERE id = $1`, values: [this.id] })
  }

  async act(act: Step['act']): Promise<void> {
    const { operator } = team
    const path = `/submissions/${this.id}/contributions`
    if (act === 'save') await this.save('operator', [{ cell: 0, value: '77' }], await this.revs())
    if (act === 'hand over') {
      const id = v7()
      const given = await operator.call('POST', path, {
        id,
        anchors: ['/recipients/gepeng'],
        office: unit,
        dueAt: soon(),
      })
      if (given.statusCode === 200) this.part = id
    }
    if (act === 'take back') await operator.call('POST', `${path}/${this.part}/take-back`, {})
    if (act === 'done') await below.call('POST', `${path}/${this.part}/done`)
    if (act === 'submit') await this.run(`status = 'submitted'`)
    if (act === 'return') await this.run(`status = 'returned', open_all = true`)
    if (act === 'reopen a cell') await this.run(`status = 'returned', open_all = false, open_anchors = '{${cells[1]}}'`)
    if (act === 'version') await this.run('progress_version = -1, form_version = form_version')
    if (act === 'look') await operator.call('GET', `/submissions/${this.id}`)
  }

  async revs(): Promise<number[]> {
    const { revs } = (await team.operator.call('GET', `/submissions/${this.id}/answers?revs=true`)).json()
    return cells.map(cell => {
      const [, table = '', row = '', field = ''] = cell.split('/')
      return revs[table]?.[row]?.[field] ?? 0
    })
  }

  /** What each change came to. */
  async save(by: Step['by'], set: Step['set'], bases: number[], ids = set.map(() => v7())): Promise<unknown> {
    const changes = set.map(({ cell, value }, at) => {
      const change = { changeId: ids[at], pointer: cells[cell], base: bases[cell] }
      return value === null ? { ...change, op: 'clear' } : { ...change, op: 'set', value }
    })
    const who = by === 'below' ? below : team.operator
    const saved = await who.call('PATCH', `/submissions/${this.id}/answers`, { changes })
    if (saved.statusCode !== 200) return saved.statusCode
    const { version, results } = saved.json()
    return [version, ...results.map(({ result, rev, code, why }: Record<string, unknown>) => [result, rev, code, why])]
  }

  /** All that is stored of it, without ids and instants. */
  async stored(): Promise<unknown> {
    const { rows } = await api.db.pool.query({
      text: `SELECT s.version, s.status, (SELECT count(*)::int FROM answer_change c WHERE c.submission_id = s.id) AS changes,
          (SELECT json_agg(json_build_array(c.seq, c.table_id, c.row_id, c.field, c.op, c."from", c."to", c.actor, c.via) ORDER BY c.seq)
           FROM answer_change c WHERE c.submission_id = s.id) AS history,
          (SELECT json_agg(json_build_array(r.table_id, r.row_id, f.key, f.value -> 'v', f.value -> 'rev', f.value -> 'by')
                           ORDER BY r.table_id, r.row_id, f.key)
           FROM answer_row r, jsonb_each(r.fields) f WHERE r.submission_id = s.id) AS cells
        FROM submission s WHERE s.id = $1`,
      values: [this.id],
    })
    return rows[0]
  }
}

const step: fc.Arbitrary<Step> = fc.record({
  by: fc.constantFrom(...writers),
  set: fc.uniqueArray(fc.record({ cell: fc.nat(cells.length - 1), value: fc.constantFrom('1', '2', 'banyak', null) }), {
    minLength: 1,
    maxLength: 2,
    selector: ({ cell }) => cell,
  }),
  stale: fc.boolean(),
  again: fc.boolean(),
  act: fc.constantFrom(...acts),
})

const one = (act: Step['act'], by: Step['by'], cell: number): Step => ({
  ...{ by, set: [{ cell, value: '1' }], stale: false, again: false, act },
})
/** Each act while the unit saves what was handed to it while the office saved, and while the office saves beside it. */
const examples: [Step[]][] = acts.map(act => [
  [one('hand over', 'operator', 0), one(act, 'below', 0), one(act, 'operator', 2)],
])

describe('a save without a lock', () => {
  it('comes to what it comes to under the lock, whatever happens between its reading and its writing', async () => {
    let interrupted = 0
    const check = async (steps: Step[]) => {
      const plain = new Report(await team.begin())
      const locked = new Report(await team.begin())
      // the same history in two reports: both of periods that are open
      for (const { by, set, stale, again, act } of steps) {
        const bases = stale ? cells.map(() => 0) : await plain.revs()
        const ids = set.map(() => v7())
        Object.assign(between, { act: () => plain.act(act), came: false })
        const first = await plain.save(by, set, bases, ids)
        const { came } = between
        Object.assign(between, { act: null, locked: true })
        const other = set.map(() => v7())
        // what was not interrupted came before the act
        if (came) await locked.act(act)
        expect(await locked.save(by, set, bases, other), JSON.stringify({ steps, act, came })).toEqual(first)
        if (again) expect(await locked.save(by, set, bases, other)).toEqual(await plain.save(by, set, bases, ids))
        between.locked = false
        if (came) interrupted += 1
        else for (const report of [plain, locked]) await report.act(act)
        expect(await plain.stored()).toEqual(await locked.stored())
      }
    }
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), check), {
      numRuns: examples.length + 3,
      examples,
    })
    expect(interrupted).toBeGreaterThan(0)
  })
})
