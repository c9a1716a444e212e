import { expect, it } from 'vitest'
import { newId } from '../../lib/ids.ts'
import { NoAnswerError } from '../../lib/ProblemError.ts'
import { openInvented } from './fixtures/store.ts'
import { enter, keyOf, leave } from './liveStores.ts'
import { memoryOutboxStore } from './outbox/memoryOutboxStore.ts'

const at = '/counts/kunjungan/reached'

it('what was typed right before a form is put together anew stands in the new one, however slow the device is', async () => {
  const key = keyOf(newId(), newId())
  const storage = memoryOutboxStore(newId(), newId())
  const slow: typeof storage.write = async (...all) => {
    await new Promise(resolve => setTimeout(resolve, 60))
    await storage.write(...all)
  }
  const line = () => Promise.reject(new NoAnswerError(''))
  const { store, open } = openInvented({ storage: { ...storage, write: slow }, line })
  await enter(key, store)
  store.set(at, '77')
  const reopened = open()
  await enter(key, reopened).then(reopened.restore)
  expect(reopened.cell(at)).toBe('77')
  leave(key, reopened)
  reopened.stop()
})
