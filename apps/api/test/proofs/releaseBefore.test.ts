/**
 * What the commit before issue 12 wrote: the demo region as its product filed it, kept as it was in its tables. It opens
 * under this release, whatever migrations came since.
 */
import { fileURLToPath } from 'node:url'
import { demoPassword } from '@sepakat/db/seed/demo.ts'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onAnotherMachine, tamperings } from '#testing/restoring.ts'
import type { Caller, TestApi } from '#testing/testApi.ts'

const file = fileURLToPath(new URL('release-0.1.tar', import.meta.url))
const served = '/recipients/ibu-hamil/served'
let api: TestApi
let operator: Caller['call']
let report: string

const signIn = async (name: string): Promise<Caller['call']> => {
  const answer = await api.stranger.call('POST', '/session', { name, password: demoPassword })
  expect(answer.statusCode, answer.body).toBe(200)
  const cookie = answer.cookies.map(one => `${one.name}=${encodeURIComponent(one.value)}`).join('; ')
  return (method, path, body, headers) => api.stranger.call(method, path, body, { cookie, ...headers })
}
const get = async (by: Caller['call'], path: string) => {
  const answer = await by('GET', path)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

beforeAll(async () => {
  api = await onAnotherMachine(file)
  operator = await signIn('operator.dinkes')
  const { items } = await get(operator, '/submissions?form=spm/triwulan&period=2026-TW3')
  report = items[0].submission
})
afterAll(() => api.close())

describe('what the release before wrote', () => {
  it('is whole for the audit of this release', async () => {
    expect(await tamperings(api)).toEqual([])
  })

  it('is read: a returned report with its notes, answers and attachments', async () => {
    expect(await get(operator, `/submissions/${report}`)).toMatchObject({ status: 'returned', version: 576 })
    const { answers } = await get(operator, `/submissions/${report}/answers`)
    expect(answers.recipients['ibu-hamil'].served).toBe('1234')
    expect((await get(operator, `/submissions/${report}/notes`)).items).toHaveLength(2)
    const { items } = await get(operator, `/submissions/${report}/attachments`)
    expect(items).toHaveLength(2)
    const bytes = await operator('GET', `/submissions/${report}/attachments/${items[0].id}/content`)
    expect([bytes.statusCode, bytes.body]).toEqual([200, expect.stringContaining('%PDF-1.7')])
  })

  it('is gone on with: a change is saved, figures and the recap are read, and the audit stays content', async () => {
    const { revs } = await get(operator, `/submissions/${report}/answers?revs=true`)
    const change = {
      changeId: v7(),
      op: 'set',
      pointer: served,
      value: '1300',
      base: revs.recipients['ibu-hamil'].served,
    }
    const saved = await operator('PATCH', `/submissions/${report}/answers`, { changes: [change] })
    expect(saved.json()).toMatchObject({ version: 577, results: [{ result: 'applied' }] })
    const leader = await signIn('pimpinan')
    expect((await get(leader, '/figures?form=spm/triwulan&period=2026-TW1')).items.length).toBeGreaterThan(0)
    expect((await get(leader, '/recap?form=spm/triwulan&period=2026-TW1')).items.length).toBeGreaterThan(0)
    expect(await tamperings(api)).toEqual([])
  })
})
