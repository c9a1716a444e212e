import { exported } from '@sepakat/contract/endpoints/exports.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Filing, filing, soon } from '#testing/filing.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { upload } from '#testing/upload.ts'

let api: TestApi
let team: Filing
let path: string
let draft: string
let returned: string
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  path = `/offices/${team.office}/export`
  draft = await team.begin('2026-TW2')
  await team.set(draft, {
    '/recipients/gepeng/due': '7.5',
    '/recipients/anak-telantar/state': 'nil',
    '/recipients/anak-telantar/reason': '=HYPERLINK("http://x")',
  })
  returned = await team.begin('2026-TW1')
  await team.set(returned, { '/recipients/gepeng/due': '4812', '/recipients/gepeng/served': '3' })
  await upload(team.operator, returned)
  await team.through(returned, ['operator', 'submit'], ['verifier', 'claim'])
  await team.note(returned, '/recipients/gepeng/served', '-2+3 belum cocok')
  await team.through(returned, ['verifier', 'return', { dueAt: soon() }])
})
afterAll(() => api.close())

const events = async () =>
  (
    await api.db.pool.query<{ actor: string; data: object }>(
      `SELECT actor, data FROM event WHERE type = 'export.made' AND stream LIKE 'access/%' ORDER BY at, seq`,
    )
  ).rows

describe('GET /offices/:id/export', () => {
  it('turns strangers, admins and other offices away', async () => {
    expect((await api.stranger.call('GET', path)).statusCode).toBe(401)
    expect((await (await api.as({ role: 'admin' })).call('GET', path)).statusCode).toBe(403)
    expect((await team.other.call('GET', path)).statusCode).toBe(404)
    expect((await team.operator.call('GET', `/offices/${crypto.randomUUID()}/export`)).statusCode).toBe(404)
    expect((await team.operator.call('GET', `${path}?format=pdf`)).statusCode).toBe(422)
    expect(await events()).toEqual([])
  })

  it('gives an office all it filed, submitted and current, with words, figures, notes and evidence', async () => {
    const answer = await team.head.call('GET', `${path}?year=2026`)
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="Data .*2026.*\.json"/)
    expect(exported.safeParse(answer.json()).error).toBeUndefined()
    const { office, reports } = answer.json()
    expect(office.id).toBe(team.office)
    expect(reports.map((report: { submission: string }) => report.submission).sort()).toEqual([draft, returned].sort())
    const report = reports.find((one: { submission: string }) => one.submission === returned)
    expect(report).toMatchObject({ form: 'spm/triwulan', period: '2026-TW1', number: 1, status: 'returned' })
    expect(report.states.map((state: { revision: { n: number } | null }) => state.revision?.n ?? null)).toEqual([
      1,
      null,
    ])
    const [submitted] = report.states
    expect(submitted.answers).toContainEqual(
      expect.objectContaining({ at: '/recipients/gepeng/due', value: '4812', text: '4812', unit: 'orang' }),
    )
    expect(submitted.answers[0].field).not.toBe('')
    expect(submitted.figures).toContainEqual(
      expect.objectContaining({ code: 'spm.recipients', row: 'gepeng', formula: expect.stringContaining('÷') }),
    )
    expect(report.notes).toMatchObject([{ anchor: '/recipients/gepeng/served', text: '-2+3 belum cocok' }])
    expect(report.attachments).toHaveLength(1)
  })

  it('gives others what was submitted, and no draft', async () => {
    const { reports } = (await team.verifier.call('GET', `${path}?year=2026`)).json()
    const states = reports.flatMap((report: { submission: string; states: { revision: { n: number } | null }[] }) =>
      report.states.map(({ revision }) => [report.submission, revision?.n ?? null]),
    )
    expect(states).toEqual([[returned, 1]])
  })

  it('writes a CSV that no spreadsheet runs, each line with its report', async () => {
    const answer = await team.operator.call('GET', `${path}?format=csv&year=2026`)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    const [head, ...lines] = answer.body.split('\r\n').slice(0, -1)
    expect(head).toMatch(/^\ufeff"Jenis";"Perangkat daerah";"Laporan";"Periode"/)
    expect(lines.filter(line => line.startsWith('"isian"')).join('\n')).toContain(';"7,5";"orang";')
    expect(answer.body).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(answer.body).toContain(`"'-2+3 belum cocok"`)
    for (const kind of ['angka', 'catatan', 'bukti'])
      expect(lines.some(line => line.startsWith(`"${kind}"`))).toBe(true)
    expect(lines.every(line => /;"(Triwulan|TW) I/.test(line))).toBe(true)
  })

  it('is recorded in history for every caller', async () => {
    expect(await events()).toMatchObject([
      { actor: `post:${team.head.postId}`, data: { office: team.office, format: 'json', year: 2026 } },
      { actor: `post:${team.verifier.postId}`, data: { format: 'json' } },
      { actor: `post:${team.operator.postId}`, data: { format: 'csv' } },
    ])
  })
})
