/**
 * What the commit before issue 13 answered to the devices of the demo region, and the tables that it left: this release gives all
 * that it gave, and opens them with nothing lost. Both were recorded by recordDeviceAnswers.ts at that commit.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tamperings } from '#testing/restoring.ts'
import type { TestApi } from '#testing/testApi.ts'
import { demoDevices, restored, type Said } from './deviceRequests.ts'

const at = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const before: Record<'first' | 'written' | 'last', Said[]> & { sent: number[] } = JSON.parse(
  gunzipSync(readFileSync(at('device-answers.json.gz'))).toString(),
)

type Item = Record<string, unknown> & { figure: Record<string, unknown> }
/** Lists that may have more in them than there was: where each is, and what a device knows an item of it by. */
const lists: { of: RegExp; list: string; known: (item: Item) => unknown[] }[] = [
  { of: / GET \/settings$/, list: 'items', known: ({ key }) => [key] },
  { of: / GET \/recap\?/, list: 'items', known: ({ figure: { code, row } }) => [code, row] },
  { of: / GET \/overview\?/, list: 'coverage', known: ({ form, period }) => [form, period] },
]
/** Of such a list what there was. */
const thoseOf = (answer: Said, before: Said): Said => {
  const found = lists.find(({ of }) => of.test(answer.request))
  if (!found || answer.status !== 200 || before.status !== 200) return answer
  const itemsOf = ({ body }: Said) => (body as Record<string, Item[]>)[found.list] ?? []
  const keyOf = (item: Item) => JSON.stringify(found.known(item))
  const keys = new Set(itemsOf(before).map(keyOf))
  const kept = itemsOf(answer).filter(item => keys.has(keyOf(item)))
  return { ...answer, body: { ...(answer.body as object), [found.list]: kept } }
}

/** Request by request, so that a difference says which. Fields that an answer has in addition are no difference. */
const expectSame = (said: Said[], as: Said[]) => {
  expect(said.map(({ request }) => request)).toEqual(as.map(({ request }) => request))
  for (const [i, answer] of said.entries()) expect(thoseOf(answer, as[i]!), answer.request).toMatchObject(as[i]!)
}

describe('devices of the release before, on the tables as they found them', () => {
  let api: TestApi
  let devices: Awaited<ReturnType<typeof demoDevices>>
  beforeAll(async () => {
    api = await restored(at('release-0.1.tar'))
    devices = await demoDevices(api)
  })
  afterAll(() => api.close())

  it('read the same', async () => expectSame(await devices.read(), before.first))
  it('send a file in pieces, and attach it again, as before', async () =>
    expect(await devices.sendFile()).toEqual(before.sent))
  it('write, and are refused, as before', async () => expectSame(await devices.write(), before.written))
  it('read the same of what they wrote', async () => expectSame(await devices.read(), before.last))
  it('leave a history that is whole', async () => expect(await tamperings(api)).toEqual([]))
})

describe('the tables that the release before left', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await restored(at('release-0.1-used.tar'))
  })
  afterAll(() => api.close())

  it('open under this release with nothing lost', async () => {
    const devices = await demoDevices(api)
    expectSame(await devices.read(), before.last)
    expect(await tamperings(api)).toEqual([])
  })
})
