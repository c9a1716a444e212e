import { expect, it } from 'vitest'
import { newId } from '../../lib/ids.ts'
import { NoAnswerError } from '../../lib/ProblemError.ts'
import { openInvented } from './fixtures/store.ts'
import { enter, keyOf, leave } from './liveStores.ts'
import { memoryKeep } from './outbox/memoryKeep.ts'

const at = '/counts/kunjungan/reached'

it('what was typed right before a form is put together anew stands in the new one, however slow the device is', async () => {
  const key = keyOf(newId(), newId())
  const keep = memoryKeep(newId(), newId())
  const slow: typeof keep.write = async (...all) => {
    await new Promise(resolve => setTimeout(resolve, 60))
    await keep.write(...all)
  }
  const line = () => Promise.reject(new NoAnswerError(''))
  const { store, open } = openInvented({ keep: { ...keep, write: slow }, line })
  await enter(key, store)
  store.set(at, '77')
  const anew = open()
  await enter(key, anew).then(anew.restore)
  expect(anew.cell(at)).toBe('77')
  leave(key, anew)
  anew.stop()
})
