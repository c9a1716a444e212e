import { expect, it } from 'vitest'
import { createSlots } from './createSlots.ts'

it('lets so many work at once, the others in their order', async () => {
  const slots = createSlots(1, 1000)
  const done: string[] = []
  await slots.take()
  const others = ['a', 'b'].map(name => slots.take().then(() => done.push(name)))
  expect(slots.waiting()).toBe(2)
  slots.give()
  await others[0]
  expect(done).toEqual(['a'])
  slots.give()
  await others[1]
  slots.give()
  await slots.take()
})

it('who waited too long has no place in the queue any more', async () => {
  const slots = createSlots(1, 5)
  await slots.take()
  await expect(slots.take()).rejects.toThrow('timeout exceeded when trying to connect')
  expect(slots.waiting()).toBe(0)
  slots.give()
  await slots.take()
})
