import { setTimeout as sleep } from 'node:timers/promises'
import { api as contract } from '@sepakat/contract'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Filing, filing } from '#testing/filing.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

let api: TestApi
let team: Filing
let askers: SignedIn[]
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  askers = await Promise.all(Array.from({ length: 7 }, () => api.as({ role: 'operator', offices: [team.office] })))
})
afterAll(() => api.close())

const rows = (count: number, row: object = {}) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`a${n}`, row]))
/** Programmes of LKPJ: the rows that come to the most findings and figures. */
const evaluate = (by: SignedIn, programs: object, more: object = {}) =>
  by.call('POST', '/forms/lkpj/tahunan/evaluate', {
    office: team.office,
    period: '2026',
    answers: { programs },
    ...more,
  })
const errorsOf = (answer: { body: string }) => JSON.parse(answer.body).errors

describe('an evaluation', () => {
  it('of 19,000 empty rows is refused, with how many are taken', async () => {
    const answer = await evaluate(team.operator, rows(19_000))
    expect(answer.statusCode).toBe(422)
    expect(errorsOf(answer)).toMatchObject([
      { pointer: '/answers', message: 'Paling banyak 3.000 baris sekali kirim.' },
    ])
  })

  it('beside a period before of 19,000 rows is refused', async () => {
    const answer = await evaluate(team.operator, {}, { previous: { programs: rows(19_000) } })
    expect([answer.statusCode, errorsOf(answer)[0].pointer]).toEqual([422, '/previous'])
  })

  it('with sources of 19,000 rows is refused', async () => {
    const answer = await evaluate(team.operator, {}, { sources: { previous: { programs: rows(19_000) } } })
    expect([answer.statusCode, errorsOf(answer)[0].pointer]).toEqual([422, '/sources/previous'])
  })

  it('of more answers than any form has is refused', async () => {
    const cells = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`x${n}`, '1']))
    const answer = await evaluate(team.operator, rows(2500, cells))
    expect([answer.statusCode, errorsOf(answer)[0].message]).toEqual([422, 'Paling banyak 20.000 isian sekali kirim.'])
  })

  it('that comes to more than 20,000 findings and figures is refused', async () => {
    const answer = await evaluate(team.operator, rows(3000))
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'too-large'])
    expect(answer.json().detail).toBe('Hasilnya lebih dari 20.000 temuan dan angka. Kirim lebih sedikit baris.')
  })

  it('of as many rows as are answered gives less than 6 MB', async () => {
    const answer = await evaluate(team.operator, rows(2400))
    expect(answer.statusCode).toBe(200)
    expect(Buffer.byteLength(answer.body)).toBeLessThan(6e6)
  })

  it('leaves room for everybody else while twelve of them run', async () => {
    const programs = rows(2400)
    const start = performance.now()
    let isDone = false
    const all = Promise.all(Array.from({ length: 12 }, (_, n) => evaluate(askers[n % 6]!, programs))).finally(() => {
      isDone = true
    })
    const times: number[] = []
    while (!isDone) {
      const asked = performance.now()
      expect((await team.verifier.call('GET', '/session')).statusCode).toBe(200)
      times.push(performance.now() - asked)
      await sleep(5)
    }
    expect((await all).map(({ statusCode }) => statusCode)).toEqual(Array(12).fill(200))
    // where they all run at once the first of the others is answered at the end
    expect(Math.max(...times)).toBeLessThan((performance.now() - start) / 2)
  })

  it('is not started a fifth time at once by one person, who is told when to come again', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => evaluate(team.operator, rows(1200))))
    const refused = answers.filter(({ statusCode }) => statusCode === 429)
    expect(refused.length).toBeGreaterThan(0)
    expect(answers.filter(({ statusCode }) => statusCode === 200).length).toBe(20 - refused.length)
    expect(refused[0]!.headers['retry-after']).toBe('2')
    expect(refused[0]!.json().detail).toContain('paling banyak 4 sekaligus')
    expect((await evaluate(team.operator, rows(1))).statusCode).toBe(200)
  })

  it('beyond those that wait is told that the system is busy, and when to come again', async () => {
    const answers = await Promise.all(askers.flatMap(by => Array.from({ length: 4 }, () => evaluate(by, rows(1200)))))
    const refused = answers.filter(({ statusCode }) => statusCode === 503)
    expect(refused.length).toBeGreaterThan(0)
    expect(answers.filter(({ statusCode }) => statusCode === 200).length).toBe(28 - refused.length)
    expect(refused[0]!.headers['retry-after']).toBe('5')
    expect((await evaluate(askers[0]!, rows(1))).statusCode).toBe(200)
  })
})

describe('the rate of what computes', () => {
  it('is its own: who used it up still saves, and is told when to come again', async () => {
    const limited = await testApi(undefined, { env: { RATE_LIMIT: '1', RATE_COMPUTE: '3' } })
    try {
      const { office, operator, begin } = await filing(limited)
      const ask = () =>
        operator.call('POST', '/forms/spm/triwulan/evaluate', { office, period: '2026-TW1', answers: {} })
      for (let n = 0; n < 3; n++) expect((await ask()).statusCode).toBe(200)
      const refused = await ask()
      expect([refused.statusCode, refused.json().code]).toEqual([429, 'too-many'])
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
      expect(await begin()).toMatch(/-/)
    } finally {
      await limited.close()
    }
  })

  it('covers every preview, schema, print and export, and what is brought in from the archive', () => {
    const wide = /\/(preview|effects|export|evaluate|schema|archive|pdf)$/
    const light = ['POST /people/import/preview']
    const wrong = Object.entries(contract).filter(
      ([route, { rate }]) => wide.test(route) && rate !== 'compute' && !light.includes(route),
    )
    expect(wrong.map(([route]) => route)).toEqual([])
  })
})

describe('a request body', () => {
  const sent = (answers: unknown) =>
    team.operator.call('POST', '/forms/spm/triwulan/evaluate', { office: team.office, period: '2026-TW1', answers })

  it('of 300,000 rows is refused before anything is judged', async () => {
    const answer = await sent({ recipients: rows(300_000) })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'bad-json'])
    expect(answer.json().detail).toBe(
      'Isi permintaan terlalu banyak. Kirim sebagian-sebagian, paling banyak 60.000 nilai.',
    )
  })

  it('of 300,000 wrong values is refused, and is no error of the system', async () => {
    const wrong = Object.fromEntries(Array.from({ length: 300_000 }, (_, n) => [`a${n}`, 1]))
    expect((await sent({ recipients: wrong })).statusCode).toBe(400)
  })

  it('of as many wrong values as are judged is told fifty of them', async () => {
    const wrong = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`a${n}`, 1]))
    const answer = await sent({ recipients: wrong })
    expect(answer.statusCode).toBe(422)
    expect(errorsOf(answer)).toHaveLength(50)
    expect(Buffer.byteLength(answer.body)).toBeLessThan(20_000)
  })

  it('of a million brackets is refused without a deep stack', async () => {
    const answer = await api.app.inject({
      method: 'POST',
      url: '/api/v1/forms/spm/triwulan/evaluate',
      headers: { ...team.operator.headers, origin: api.config.publicUrl, 'content-type': 'application/json' },
      payload: '['.repeat(1_000_000),
    })
    expect([answer.statusCode, answer.json().detail]).toEqual([400, 'Isi permintaan bertingkat lebih dari 40.'])
  })

  it('of commas alone is refused by their number', async () => {
    const answer = await api.app.inject({
      method: 'POST',
      url: '/api/v1/forms/spm/triwulan/evaluate',
      headers: { ...team.operator.headers, origin: api.config.publicUrl, 'content-type': 'application/json' },
      payload: `[${'0,'.repeat(500_000)}0]`,
    })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'bad-json'])
  })

  it('whose texts are full of commas and brackets is taken by what it is', async () => {
    const answers = { problems: { [v7()]: { $position: 'a0', problem: '[{,'.repeat(1000) } } }
    expect((await sent(answers)).statusCode).not.toBe(400)
  })
})

describe('a report', () => {
  it('takes no more rows than 3,000, removed ones counted, and still all other changes', async () => {
    const report = await team.begin()
    await api.db.pool.query(
      `INSERT INTO answer_row (submission_id, table_id, row_id, fields) SELECT $1, 'problems', gen_random_uuid()::text, '{}'
       FROM generate_series(1, 2999 - (SELECT count(*) FROM answer_row WHERE submission_id = $1)::int)`,
      [report],
    )
    const add = (n: number) => ({
      changeId: v7(),
      op: 'add',
      pointer: `/problems/${v7()}`,
      value: { parent: 'gepeng', position: `a${n}` },
    })
    const set = { changeId: v7(), op: 'set', pointer: '/recipients/gepeng/due', value: '5', base: 0 }
    const saved = await team.operator.call('PATCH', `/submissions/${report}/answers`, {
      changes: [add(1), add(2), set],
    })
    expect(saved.statusCode, saved.body).toBe(200)
    expect(saved.json().results).toMatchObject([
      { result: 'applied' },
      { result: 'bad-shape', code: 'too-many-rows', message: expect.stringContaining('3.000 baris') },
      { result: 'applied' },
    ])
  })

  it('gives its changes of long texts in pages of about a megabyte', async () => {
    const report = await team.begin()
    await api.db.pool.query(
      `INSERT INTO answer_change (change_id, submission_id, seq, table_id, row_id, field, op, "from", "to", actor, at, via)
       SELECT gen_random_uuid(), $1, 1000 + n, 'recipients', 'gepeng', 'reason', 'set', to_jsonb(repeat('x', 20000)),
         to_jsonb(repeat('y', 20000)), 'system', now(), 'typed' FROM generate_series(1, 300) n`,
      [report],
    )
    const page = async (since: number) => {
      const answer = await team.operator.call('GET', `/submissions/${report}/changes?since=${since}&limit=500`)
      expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
      expect(Buffer.byteLength(answer.body)).toBeLessThan(1.2e6)
      return answer.json() as { items: { seq: number }[]; more: boolean }
    }
    const seen: number[] = []
    for (let since = 1000, more = true; more; since = seen.at(-1)!) {
      const read = await page(since)
      expect(read.items.length).toBeGreaterThan(0)
      seen.push(...read.items.map(({ seq }) => seq))
      more = read.more
    }
    expect(seen).toEqual(Array.from({ length: 300 }, (_, n) => 1001 + n))
  })
})

describe('a list', () => {
  it('gives no more at once than 500, whatever is asked', () => {
    const unbounded = Object.entries(contract).flatMap(([route, endpoint]) => {
      const limit = 'query' in endpoint && 'limit' in endpoint.query.shape ? endpoint.query.shape.limit : null
      return limit?.safeParse('501').success ? [route] : []
    })
    expect(unbounded).toEqual([])
  })

  it('is searched for signs as they are, not as wild cards', async () => {
    const admin = await api.as({ role: 'admin' })
    const answer = await admin.call('GET', `/people?q=${encodeURIComponent('%_%_%_%_%_%_%_%_')}`)
    expect([answer.statusCode, answer.json().items]).toEqual([200, []])
  })

  it('refuses a search longer than any name', async () => {
    const admin = await api.as({ role: 'admin' })
    expect((await admin.call('GET', `/people?q=${'a'.repeat(5000)}`)).statusCode).toBe(422)
  })
})
