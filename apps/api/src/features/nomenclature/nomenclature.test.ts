import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { nomenclatureHandlers } from './routes.ts'

let api: TestApi
let admin: SignedIn
let operator: SignedIn
beforeAll(async () => {
  api = await testApi(nomenclatureHandlers)
  admin = await api.as({ role: 'admin' })
  operator = await api.as({ role: 'operator', offices: [crypto.randomUUID()] })
})
afterAll(() => api.close())

const of = (code: string, name: string, more: object = {}) => ({ code, name, indicator: '', unit: '', ...more })
const list = [
  of('2.11', 'LINGKUNGAN HIDUP'),
  of('2.11.03', 'PROGRAM PENGENDALIAN'),
  of('2.11.03.2.01.0001', 'Koordinasi', { indicator: 'Jumlah dokumen', unit: 'Dokumen' }),
  of('X.XX.01', 'PROGRAM PENUNJANG'),
]
const told = async (year: number, ...codes: string[]) =>
  (await operator.call('GET', `/nomenclature/${year}?codes=${codes.join()}`)).json().items

describe('PUT /nomenclature/:year', () => {
  it('is the admin’s of the region', async () => {
    const body = { codes: list }
    expect((await api.stranger.call('PUT', '/nomenclature/2026', body)).statusCode).toBe(401)
    expect((await operator.call('PUT', '/nomenclature/2026', body)).statusCode).toBe(403)
    for (const bad of [[], [of('9.9', 'Salah')], [of('2.11', ' ')], [{ code: '2.11' }]])
      expect((await admin.call('PUT', '/nomenclature/2026', { codes: bad })).statusCode).toBe(422)
    expect((await admin.call('PUT', '/nomenclature/1900', body)).statusCode).toBe(404)
  })

  it('adds codes and overwrites those that are there; history keeps how many', async () => {
    expect((await admin.call('PUT', '/nomenclature/2026', { codes: list })).statusCode).toBe(204)
    const again = [of('2.11', 'URUSAN LINGKUNGAN HIDUP'), of('2.11', 'LINGKUNGAN'), of('2.11.04', 'PROGRAM LAIN')]
    expect((await admin.call('PUT', '/nomenclature/2026', { codes: again })).statusCode).toBe(204)
    expect(await told(2026, '2.11')).toEqual([of('2.11', 'LINGKUNGAN')])
    expect((await api.events('rights')).slice(-2)).toMatchObject([
      { type: 'nomenclature.changed', data: { year: 2026, codes: 4 } },
      { type: 'nomenclature.changed', data: { year: 2026, codes: 3 } },
    ])
  })
})

describe('GET /nomenclature', () => {
  it('counts the codes of each level by year, for who signed in', async () => {
    expect((await api.stranger.call('GET', '/nomenclature')).statusCode).toBe(401)
    expect((await operator.call('GET', '/nomenclature')).json().items).toEqual([
      { year: 2026, urusan: 0, field: 1, program: 3, activity: 0, subactivity: 1 },
    ])
  })
})

describe('GET /nomenclature/:year', () => {
  it('tells of codes and those above them; of what every field has under the code that was asked for', async () => {
    expect((await api.stranger.call('GET', '/nomenclature/2026?codes=2.11')).statusCode).toBe(401)
    expect((await operator.call('GET', '/nomenclature/2026')).statusCode).toBe(422)
    expect((await told(2026, '2.11.03.2.01.0001', 'x', '')).map(({ code }: { code: string }) => code)).toEqual([
      '2.11.03.2.01.0001',
      '2.11.03',
      '2.11',
    ])
    expect(await told(2026, '1.02.01')).toEqual([of('1.02.01', 'PROGRAM PENUNJANG')])
  })

  it('reads the newest list of that year or before it', async () => {
    await admin.call('PUT', '/nomenclature/2028', { codes: [of('2.11', 'LINGKUNGAN 2028')] })
    expect((await told(2027, '2.11'))[0].name).toBe('LINGKUNGAN')
    expect((await told(2030, '2.11'))[0].name).toBe('LINGKUNGAN 2028')
    expect(await told(2025, '2.11')).toEqual([])
  })
})

describe('DELETE /nomenclature/:year', () => {
  it('takes the list of a year away', async () => {
    expect((await api.stranger.call('DELETE', '/nomenclature/2028')).statusCode).toBe(401)
    expect((await operator.call('DELETE', '/nomenclature/2028')).statusCode).toBe(403)
    expect((await admin.call('DELETE', '/nomenclature/2028')).statusCode).toBe(204)
    expect((await admin.call('DELETE', '/nomenclature/2028')).statusCode).toBe(404)
    expect((await told(2030, '2.11'))[0].name).toBe('LINGKUNGAN')
  })
})
