import { putSetting, reader, transaction } from '@sepakat/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { type WatchedTables, watchTables } from './watchedTables.ts'

let api: TestApi
let watch: WatchedTables
beforeAll(async () => {
  api = await testApi({})
  watch = await watchTables(api.superuserUrl)
})
afterAll(async () => {
  await watch.close()
  await api.close()
})

const contact = (name: string) => putSetting(reader(api.db), 'contact', { name, whatsapp: '+6281234567890' }, 'system')
const named = async () => (await api.db.prisma.setting.findUniqueOrThrow({ where: { key: 'contact' } })).value

describe('watched tables', () => {
  it('tell what was written, and put it back', async () => {
    const before = await named()
    await contact('Orang lain')
    const [change, ...more] = await watch.changes()
    expect(more).toEqual([])
    expect(change).toMatchObject({ table: 'setting', row: { value: { name: 'Orang lain' } }, was: { value: before } })
    expect(await watch.changes()).toEqual([])
    await watch.restore()
    expect(await named()).toEqual(before)
  })

  it('tell nothing of what was written unchanged, or rolled back', async () => {
    await contact('Sama')
    await watch.changes()
    await contact('Sama')
    const failing = transaction(api.db, async tx => {
      await putSetting(tx, 'contact', { name: 'Tidak jadi', whatsapp: '' }, 'system')
      throw new Error('taken back')
    })
    await expect(failing).rejects.toThrow('taken back')
    expect(await watch.changes()).toEqual([])
    await watch.restore()
  })

  it('put back what the guards of history would refuse', async () => {
    const count = () => api.db.prisma.event.count()
    const before = await count()
    const at = new Date()
    const event = { stream: 'watched', seq: 1, type: 'x', at, actor: 'system', data: {}, prev: '0'.repeat(64) }
    await api.db.prisma.event.create({ data: { ...event, hash: '1'.repeat(64) } })
    await expect(api.db.prisma.event.deleteMany()).rejects.toThrow()
    expect(await count()).toBe(before + 1)
    await watch.restore()
    expect(await count()).toBe(before)
  })
})
