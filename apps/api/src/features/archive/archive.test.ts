import { openDatabase, reader, verifyHistory } from '@sepakat/db'
import { buildObligations, buildPeriods, buildWave, officeId } from '@sepakat/db/builders/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

const form = 'lppd/tahunan'
let api: TestApi
let office: string
let name: string
let operator: SignedIn
let coordinator: SignedIn
beforeAll(async () => {
  api = await testApi()
  await buildPeriods(
    api.db,
    ['2025', '2026'].map(key => ({ form, key })),
  )
  office = await officeId(api.db, 'dpmptsp')
  await buildWave(api.db, { fromPeriod: '2025', offices: [office], reportTypes: ['lppd'] })
  await buildObligations(api.db, 2025)
  operator = await api.as({ role: 'operator', offices: [office] })
  coordinator = await api.as({ role: 'coordinator', reportTypes: ['lppd'] })
  const { items } = (await coordinator.call('GET', '/offices')).json()
  name = items.find((one: { id: string }) => one.id === office).name
})
afterAll(() => api.close())

type Line = Record<'office' | 'form' | 'period' | 'row' | 'field' | 'value', string>
const line = (more: Partial<Line> = {}): Line => ({
  ...{ office: name, form, period: '2024', row: '2.l.1', field: 'current', value: '1.250.000.000' },
  ...more,
})
const bring = async (lines: Line[], path = '/archive', by = coordinator) => {
  const answer = await by.call('POST', path, { lines })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json().lines
}
const kept = () => api.db.prisma.submission.findFirst({ where: { officeId: office, form, period: '2024' } })
const report = async (): Promise<string> =>
  (await operator.call('POST', '/submissions', { office, form, period: '2025' })).json().id

describe('POST /archive/preview', () => {
  it('turns a stranger, an operator and a coordinator of some offices away', async () => {
    const sent = { lines: [line()] }
    const some = await api.as({ role: 'coordinator', offices: [office] })
    for (const [who, status] of [
      [api.stranger, 401],
      [operator, 403],
      [some, 403],
    ] as const)
      expect((await who.call('POST', '/archive/preview', sent)).statusCode).toBe(status)
  })

  it('refuses what is no list of lines', async () => {
    for (const body of [{}, { lines: [] }, { lines: [{ office: name }] }, { lines: Array(5001).fill(line()) }])
      expect((await coordinator.call('POST', '/archive/preview', body)).statusCode).toBe(422)
  })

  it('says what would happen, in the words of the form, and stores nothing', async () => {
    const [found] = await bring([line({ row: ' 2.L.1' })], '/archive/preview')
    expect(found).toMatchObject({
      office: name,
      period: 'Tahun 2024',
      row: '2.l.1 Persentase peningkatan investasi di kabupaten/kota',
      field: 'Jumlah investasi tahun n (2024)',
      value: '1.250.000.000',
      result: 'new',
      was: null,
    })
    expect(await kept()).toBeNull()
  })

  it.each([
    [{ office: 'Dinas Kelautan Antah' }, 'Perangkat daerah “Dinas Kelautan Antah” tidak dikenal.'],
    [{ office: '' }, 'tidak dikenal'],
    [{ form: 'sakip/indikator' }, 'Yang dapat dibawa masuk'],
    [{ form: 'spm/triwulan', period: '2024-TW4' }, 'tidak mencakup jenis laporan ini'],
    [{ period: '2024-TW1' }, 'Tulis tahunnya'],
    [{ period: '2199' }, 'belum selesai'],
    [{ row: '9.z.1' }, 'tidak ada pada formulir Tahun 2024'],
    [{ field: 'numerator' }, 'tidak ada pada formulir Tahun 2024'],
    [{ value: '1.234' }, 'Perlu dipastikan: 1.234 atau 1,234?'],
    [{ value: 'nihil' }, 'bukan angka'],
  ])('says what is wrong: %j', async (more, fault) => {
    const [found] = await bring([line(more)], '/archive/preview')
    expect(found).toMatchObject({ ...more, result: 'wrong' })
    expect(found.fault).toContain(fault)
  })

  it('reads a percentage by the unit of its row, names it, and takes nothing that cannot be', async () => {
    const read = async (row: string, field: string, value: string) => {
      const [found] = await bring([line({ row, field, value })], '/archive/preview')
      return [found.result, found.value, found.note ?? found.fault]
    }
    expect(await read('1.a.1-K8', 'value', '6,24 %')).toEqual(['new', '6,24', 'Sel persen 6,24 % dibaca 6,24.'])
    expect(await read('2.q.2', 'value', '124')).toEqual(['wrong', '124', 'Paling besar 100. Periksa angkanya.'])
    expect(await read('1.a.1-K1', 'value', '-5')).toEqual(['wrong', '-5', 'Paling kecil 0. Periksa angkanya.'])
    const spm = await api.as({ role: 'coordinator', reportTypes: ['spm'] })
    const persons = (value: string) =>
      line({ form: 'spm/triwulan', period: '2024-TW4', row: 'ibu-hamil', field: 'served', value })
    const lines = await bring([persons('-5'), persons('10,5'), persons('1.200')], '/archive/preview', spm)
    expect(lines.map((one: { fault: string | null; value: string }) => one.fault ?? one.value)).toEqual([
      'Paling kecil 0. Periksa angkanya.',
      'Tulis bilangan bulat, tanpa angka di belakang koma.',
      '1.200',
    ])
  })

  it('names a value that is given twice, and keeps the first', async () => {
    const lines = await bring([line(), line({ field: '2024', value: '2' })], '/archive/preview')
    expect(lines.map((one: { result: string }) => one.result)).toEqual(['new', 'wrong'])
    expect(lines[1].fault).toBe('Nilai ini sudah disebut pada baris ke-1.')
  })
})

describe('POST /archive', () => {
  it('turns a stranger and an operator away', async () => {
    expect((await api.stranger.call('POST', '/archive', { lines: [line()] })).statusCode).toBe(401)
    expect((await operator.call('POST', '/archive', { lines: [line()] })).statusCode).toBe(403)
    expect((await coordinator.call('POST', '/archive', { lines: 1 })).statusCode).toBe(422)
  })

  it('brings in what is right and leaves what is wrong', async () => {
    const lines = await bring([line({ value: '1000' }), line({ row: '9.z.1' })])
    expect(lines.map((one: { result: string }) => one.result)).toEqual(['new', 'wrong'])
    const { id } = (await kept())!
    const seen = (await operator.call('GET', `/submissions/${id}`)).json()
    expect(seen).toMatchObject({ origin: 'archive', number: 0, latestRevision: 1, moves: [] })
    expect((await operator.call('GET', `/submissions/${id}/revisions`)).json().items).toMatchObject([
      { n: 1, status: 'archive', receipt: expect.stringMatching(/^ARSIP-LPPD-2024-\d{6}$/) },
    ])
    expect(await api.events(`submission/${id}`)).toMatchObject([
      { type: 'submission.archived', actor: `post:${coordinator.postId}`, data: { office, period: '2024', cells: 1 } },
    ])
    const other = await api.as({ role: 'operator', offices: [await officeId(api.db, 'dinkes')] })
    expect((await other.call('GET', `/submissions/${id}`)).statusCode).toBe(404)
  })

  it('changes nothing when the same comes again, and makes a revision of a corrected value', async () => {
    const [same] = await bring([line({ value: '1000' })])
    const { id } = (await kept())!
    expect([same.result, (await api.events(`submission/${id}`)).length]).toEqual(['same', 1])
    const [changed] = await bring([line({ value: '1250' })])
    expect(changed).toMatchObject({ result: 'changed', was: '1.000', value: '1.250' })
    expect(await kept()).toMatchObject({ id, latestRevision: 2, version: 2, status: 'approved' })
    const [first, second] = await Promise.all(
      [1, 2].map(async n => (await operator.call('GET', `/submissions/${id}/revisions/${n}`)).json().body.answers),
    )
    expect(Object.values(first.indicators)).toEqual([{ current: '1000' }])
    expect(Object.values(second.indicators)).toEqual([{ current: '1250' }])
  })

  it('of two at once is done once', async () => {
    const lines = [line({ period: '2023', value: '900' })]
    const results = await Promise.all([bring(lines), bring(lines)])
    expect(results.map(([one]) => one.result).sort()).toEqual(['new', 'same'])
  })

  it('is last year’s value of a growth, with its mark', async () => {
    const id = await report()
    const { scope } = (await operator.call('GET', `/submissions/${id}/form`)).json()
    expect(scope.sources.previous).toMatchObject({ status: 'archive' })
    const [row = ''] = Object.keys(scope.sources.previous.answers.indicators)
    const answers = { indicators: { [row]: { current: '1500' } } }
    const asked = { office, period: '2025', answers }
    const { figures } = (await operator.call('POST', `/forms/${form}/evaluate`, asked)).json()
    const growth = figures.find((one: { code: string; row: string }) => one.code === 'lppd.ikk' && one.row === row)
    expect(growth).toMatchObject({
      value: '20',
      derivation: { inputs: [{}, { at: `previous:/indicators/${row}/current`, value: '1250' }] },
    })
  })

  it('counts nowhere: no list, no overview, no figure of the region, no move', async () => {
    const { id } = (await kept())!
    const all = await api.as({ role: 'leader' })
    const json = async (path: string) => (await all.call('GET', path)).json()
    expect((await json('/submissions?year=2024')).items).toEqual([])
    expect((await json('/overview?year=2024')).cells).toEqual([])
    expect((await json(`/figures?form=${form}&period=2024&provisional=true`)).items).toEqual([])
    const everywhere = await api.as({ role: 'coordinator' })
    const asked = { basedOn: '2021.1', year: 2024, note: 'Dicoba', change: { spm: { nil: 'zero' } } }
    const { id: proposed } = (await everywhere.call('POST', '/rule-sets', asked)).json()
    expect(await json(`/rule-sets/${proposed}/effects`)).toMatchObject({ checked: 0, items: [] })
    const admin = await api.as({ role: 'admin' })
    const [row] = (await admin.call('GET', `/catalogues/${form}/rows?q=2.l.1&year=2024`)).json().items
    const until = { rows: [{ row: row.id, from: row.from }], to: 2030 }
    const effects = await admin.call('POST', `/catalogues/${form}/versions/preview`, { basedOn: 1, until })
    expect(effects.json()).toMatchObject({ checked: 0, moved: [] })
    const reopen = { reason: 'Keliru', dueAt: new Date(Date.now() + 86_400_000).toISOString() }
    expect((await coordinator.call('POST', `/submissions/${id}/reopen`, reopen)).statusCode).toBe(403)
  })

  it('is protected against tampering like a submission', async () => {
    const { id } = (await kept())!
    const everything = openDatabase({ url: api.superuserUrl, max: 1 })
    const { pool, close } = everything
    const found: string[] = []
    const verify = async () => {
      for await (const { code, where } of verifyHistory(reader(everything), {
        fileHash: async () => null,
        anchor: null,
        account: 'sepakat_app',
      }))
        if (where.includes(id)) found.push(code)
      return found
    }
    expect(await verify()).toEqual([])
    await pool.query('BEGIN')
    await pool.query('SET LOCAL session_replication_role = replica')
    await pool.query(`UPDATE answer_change SET "to" = '"7"' WHERE submission_id = $1 AND seq = 2`, [id])
    expect(await verify()).toEqual(['answer-changed', 'change-changed'])
    await pool.query('ROLLBACK')
    await close()
  })

  it('leaves an obligation of that year without a report, and is replaced by what its office files', async () => {
    await buildPeriods(api.db, [{ form, key: '2024' }])
    await buildWave(api.db, { fromPeriod: '2024', offices: [office], reportTypes: ['lppd'] })
    await buildObligations(api.db, 2024)
    const owed = await api.db.prisma.obligation.findFirst({ where: { officeId: office, form, period: '2024' } })
    expect(owed).toMatchObject({ status: 'not-begun', submissionId: null })
    const created = await operator.call('POST', '/submissions', { office, form, period: '2024' })
    expect([created.statusCode, created.json().number]).toEqual([201, 1])
    expect((await bring([line({ value: '7' })]))[0].fault).toContain('laporannya sendiri')
  })
})
