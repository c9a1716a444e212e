import { createHash } from 'node:crypto'
import { canonicalJson, kinds } from '@sepakat/rules'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, type Reporting, reporting } from '#testing/reporting.ts'
import { agreementAnswers, registerAnswers, sakipIds } from '#testing/sakip.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { answerHandlers } from '../answers/routes.ts'
import { moveHandlers } from '../moves/routes.ts'
import { submissionHandlers } from '../submissions/routes.ts'
import { formHandlers } from './routes.ts'

let api: TestApi
let plan: Reporting
let operator: SignedIn
let verifier: SignedIn
beforeAll(async () => {
  api = await testApi({ ...formHandlers, ...submissionHandlers, ...answerHandlers, ...moveHandlers })
  plan = await reporting(api.db)
  operator = await api.as({ role: 'operator', offices: [plan.dsp3a] })
  verifier = await api.as({ role: 'verifier', reportTypes: ['spm', 'sakip'] })
})
afterAll(() => api.close())

describe('GET /forms', () => {
  it('turns a stranger away', async () => {
    expect((await api.stranger.call('GET', '/forms')).statusCode).toBe(401)
  })

  it('gives every form that has a kind, with its newest version', async () => {
    const { items } = (await operator.call('GET', '/forms')).json()
    expect(items.map((f: { form: string }) => f.form).sort()).toEqual(Object.keys(kinds).sort())
    // in the order of the work
    expect(items.map((f: { form: string }) => f.form).filter((form: string) => form.startsWith('sakip/'))).toEqual([
      'sakip/indikator',
      'sakip/perjanjian-kinerja',
      'sakip/pengukuran-triwulan',
      'sakip/lkjip',
      'sakip/evaluasi',
    ])
    expect(items.find((f: { form: string }) => f.form === 'sakip/perjanjian-kinerja')).toMatchObject({
      title: 'Perjanjian Kinerja',
      period: 'year',
      numbered: true,
      version: 1,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })
})

describe('GET /forms/:type/:form and its versions', () => {
  it('turns a stranger away, and knows no other form', async () => {
    expect((await api.stranger.call('GET', '/forms/spm/triwulan')).statusCode).toBe(401)
    for (const path of [
      '/forms/spm/bulanan',
      '/forms/lkpj/triwulan',
      '/forms/spm/constructor',
      '/forms/spm/triwulan/versions/9',
    ])
      expect((await operator.call('GET', path)).statusCode).toBe(404)
    expect((await operator.call('GET', '/forms/spm/triwulan/versions/0')).statusCode).toBe(404)
  })

  it('gives the catalogue whose hash it names', async () => {
    const { catalogue, sha256 } = (await operator.call('GET', '/forms/spm/triwulan')).json()
    expect(createHash('sha256').update(canonicalJson(catalogue)).digest('hex')).toBe(sha256)
    expect(catalogue.rows.length).toBeGreaterThan(100)
  })

  it('says of a version that it never changes', async () => {
    const first = await operator.call('GET', '/forms/spm/triwulan/versions/1')
    expect(first.headers['cache-control']).toContain('immutable')
    expect(first.headers.etag).toBe(`"${first.json().sha256}"`)
    const again = await operator.call('GET', '/forms/spm/triwulan/versions/1', undefined, {
      'if-none-match': String(first.headers.etag),
    })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })
})

describe('GET /forms/:type/:form/schema', () => {
  const path = '/forms/spm/triwulan/schema'
  it('turns a stranger away', async () => {
    expect((await api.stranger.call('GET', path)).statusCode).toBe(401)
  })

  it('describes any answers of the kind, without its catalogue', async () => {
    const schema = (await operator.call('GET', path)).json()
    expect(schema).toMatchObject({
      $schema: expect.stringContaining('json-schema'),
      type: 'object',
      title: kinds['spm/triwulan']!.title,
    })
    expect(Object.keys(schema.properties)).toEqual(Object.keys(kinds['spm/triwulan']!.tables))
  })

  it('describes exactly the rows of one office and period', async () => {
    const schema = (await operator.call('GET', `${path}?office=${plan.dsp3a}&period=2026-TW1`)).json()
    expect(Object.keys(schema.properties.recipients.properties).sort()).toEqual(
      ['anak-telantar', 'disabilitas-telantar', 'gepeng', 'korban-bencana', 'lansia-telantar'].sort(),
    )
    expect(schema.properties.recipients.additionalProperties).toBe(false)
  })

  it('refuses half a question, another kind of period, and hides other offices', async () => {
    const asked = async (query: string) => {
      const answer = await operator.call('GET', `${path}?${query}`)
      return [answer.statusCode, answer.json().errors?.[0].pointer]
    }
    expect(await asked(`office=${plan.dsp3a}`)).toEqual([422, '/period'])
    expect(await asked('period=2026-TW1')).toEqual([422, '/office'])
    expect(await asked(`office=${plan.dsp3a}&period=2026`)).toEqual([422, '/period'])
    expect(await asked(`office=${plan.dinkes}&period=2026-TW1`)).toEqual([404, undefined])
    expect(await asked(`office=${v7()}&period=2026-TW1`)).toEqual([404, undefined])
  })
})

describe('POST /forms/:type/:form/evaluate', () => {
  const path = '/forms/spm/triwulan/evaluate'
  const evaluate = (body: object, form = path) =>
    operator.call('POST', form, { office: plan.dsp3a, period: '2026-TW2', answers: {}, ...body })
  interface Figure {
    code: string
    row: string
    value: string | null
    why: string | null
    derivation: { ruleSet: string }
  }
  const figure = (body: { figures: Figure[] }, code: string, row: string) =>
    body.figures.find(f => f.code === code && f.row === row)
  const gepeng = { recipients: { gepeng: { due: '40', served: '30' } } }

  it('turns a stranger away, hides other offices, and is not for who may not read reports', async () => {
    expect((await api.stranger.call('POST', path, {})).statusCode).toBe(401)
    expect((await (await api.as({ role: 'admin' })).call('POST', path, {})).statusCode).toBe(403)
    expect((await evaluate({ office: plan.dinkes })).statusCode).toBe(404)
    expect((await evaluate({}, '/forms/spm/bulanan/evaluate')).statusCode).toBe(404)
  })

  it('gives findings and figures with derivations, and stores nothing', async () => {
    const counted = `SELECT (SELECT count(*) FROM submission) + (SELECT count(*) FROM answer_change) + (SELECT count(*) FROM event) AS n`
    const before = (await api.db.pool.query(counted)).rows
    const answer = await evaluate({ answers: gepeng })
    expect(answer.statusCode, answer.body).toBe(200)
    const body = answer.json()
    expect(body.ruleSet).toBe('2021.1')
    expect(figure(body, 'spm.recipients', 'gepeng')).toMatchObject({
      value: '75',
      derivation: { formula: 'ratio.1', ruleSet: '2021.1' },
    })
    expect(body.progress.gepeng.filled).toBe(1)
    expect(body.findings.length).toBeGreaterThan(5)
    expect((await api.db.pool.query(counted)).rows).toEqual(before)
  })

  it('names each answer of a wrong shape by its pointer', async () => {
    const answers = { recipients: { gepeng: { due: true, lain: 'x' } }, lain: {}, staff: { bukan: { job: '' } } }
    const refused = await evaluate({ answers })
    expect(refused.statusCode).toBe(422)
    const pointers = refused.json().errors.map((e: { pointer: string }) => e.pointer)
    expect(pointers).toEqual(
      expect.arrayContaining(['/answers/recipients/gepeng/due', '/answers/recipients/gepeng/lain', '/answers/lain']),
    )
  })

  it('refuses a period of the other kind, a source it does not read and a rule set that is not there', async () => {
    const asked = async (body: object) => {
      const answer = await evaluate(body)
      return [answer.statusCode, answer.json().errors?.[0].pointer]
    }
    expect(await asked({ period: '2026' })).toEqual([422, '/period'])
    expect(await asked({ sources: { register: {} } })).toEqual([422, '/sources/register'])
    expect(await asked({ sources: JSON.parse('{"constructor":{}}') })).toEqual([422, '/sources/constructor'])
    expect(await asked({ previous: { recipients: { gepeng: { due: 'x' } } } })).toEqual([
      422,
      '/sources/previous/recipients/gepeng/due',
    ])
    expect(await asked({ ruleSet: '2099.1' })).toEqual([422, '/ruleSet'])
    expect(await asked({ ruleSet: { spm: { nil: 'lupa' } } })).toEqual([422, '/ruleSet/spm/nil'])
    expect(await asked({ ruleSet: { lain: 1 } })).toEqual([422, '/ruleSet/lain'])
    for (const weights of [
      { recipients: '80', quality: '-20' },
      { recipients: '0', quality: '0' },
      { recipients: '70' },
    ]) {
      const answer = await evaluate({ ruleSet: { spm: { weights } } })
      expect([answer.statusCode, answer.json().errors]).toMatchObject([
        422,
        [{ pointer: '/ruleSet/spm/weights', message: 'Bobot penerima layanan dan mutu harus berjumlah 100.' }],
      ])
    }
    expect(await asked({ ruleSet: { sakip: { cap: '100', floor: '100' } } })).toEqual([422, '/ruleSet/sakip/floor'])
  })

  it('tries other rules, and says that it did', async () => {
    const over = { recipients: { gepeng: { due: '40', served: '50' } } }
    const capped = (await evaluate({ answers: over })).json()
    expect(figure(capped, 'spm.recipients', 'gepeng')?.value).toBe('100')
    const tried = (await evaluate({ answers: over, ruleSet: { spm: { caps: { recipients: null } } } })).json()
    expect(tried.ruleSet).toBe('2021.1+uji')
    expect(figure(tried, 'spm.recipients', 'gepeng')).toMatchObject({
      value: '125',
      derivation: { ruleSet: '2021.1+uji' },
    })
    expect((await evaluate({ answers: over, ruleSet: '2021.1' })).json().ruleSet).toBe('2021.1')
  })

  it('reads the period before from the database, or takes the one that is given', async () => {
    const codes = async (body: object) =>
      (await evaluate({ answers: gepeng, ...body })).json().findings.map((f: { code: string }) => f.code)
    expect(await codes({})).not.toContain('served-fell')
    expect(await codes({ previous: { recipients: { gepeng: { due: '40', served: '31' } } } })).toContain('served-fell')
    const made = await operator.call('POST', '/submissions', {
      office: plan.dsp3a,
      form: 'spm/triwulan',
      period: '2026-TW1',
      answers: { recipients: { gepeng: { due: '40', served: '35' } } },
    })
    expect(await codes({})).toContain('served-fell')
    // a draft is the office's own: who only reads reports has it not taken into account
    const asked = { office: plan.dsp3a, period: '2026-TW2', answers: gepeng }
    const seen = (await verifier.call('POST', path, asked)).json().findings.map((f: { code: string }) => f.code)
    expect(seen).not.toContain('served-fell')
    await approve(operator, verifier, made.json().id)
    const approved = (await verifier.call('POST', path, asked)).json().findings.map((f: { code: string }) => f.code)
    expect(approved).toContain('served-fell')
  })

  it('counts attachments that are said to be there', async () => {
    const nil = { recipients: { gepeng: { state: 'nil', reason: 'Tidak ada' } } }
    const codes = async (body: object) =>
      (await evaluate({ answers: nil, ...body })).json().findings.map((f: { code: string }) => f.code)
    expect(await codes({})).toContain('nil-without-proof')
    expect(await codes({ attached: { '/recipients/gepeng/state': 1 } })).not.toContain('nil-without-proof')
    expect((await evaluate({ attached: { x: 1 } })).statusCode).toBe(422)
  })

  it('hands what is given on to the forms that give rows', async () => {
    const ids = sakipIds()
    const [first] = ids.indicators
    const body = {
      period: '2026-TW1',
      answers: { indicators: { [first]: { realization: '25' } } },
      sources: { register: registerAnswers(ids), agreement: agreementAnswers(ids) },
    }
    const answer = await evaluate(body, '/forms/sakip/pengukuran-triwulan/evaluate')
    expect(answer.statusCode, answer.body).toBe(200)
    expect(figure(answer.json(), 'sakip.achievement', first)?.value).toBe('125')
    expect(answer.json().findings.map((f: { code: string }) => f.code)).not.toContain('not-in-form')
  })
})
