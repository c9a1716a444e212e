import { expect, it } from 'vitest'
import { newId } from '#sync/newId.ts'
import { memoryOutboxStore } from '#sync/outbox/memoryOutboxStore.ts'
import { NoAnswerError } from '#sync/problems/ProblemError.ts'
import { openInvented } from './fixtures/store.ts'
import { enter, keyOf, leave } from './liveStores.ts'

const at = '/counts/kunjungan/reached'

it('a change typed right before the form is rebuilt is in the new one, however slow the device is', async () => {
  const key = keyOf(newId(), newId())
  const disk = memoryOutboxStore(newId(), newId())
  const slow: typeof disk.write = async (...all) => {
    await new Promise(resolve => setTimeout(resolve, 60))
    await disk.write(...all)
  }
  const line = () => Promise.reject(new NoAnswerError(''))
  const { store, open } = openInvented({ disk: { ...disk, write: slow }, line })
  await enter(key, store)
  store.set(at, '77')
  const reopened = open()
  await enter(key, reopened).then(reopened.restore)
  expect(reopened.cell(at)).toBe('77')
  leave(key, reopened)
  reopened.stop()
})
