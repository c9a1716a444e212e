import { expect, it } from 'vitest'
import { memory } from './memory.ts'

it('keeps what was used last, and forgets what was not', () => {
  const known = memory<string>(10)
  for (let n = 0; n < 100; n++) {
    known.set(`once ${n}`, 'value')
    expect(known.get('often') ?? known.set('often', 'value')).toBe('value')
    expect(known.get('often')).toBe('value')
  }
  const kept = Array.from({ length: 100 }, (_, n) => known.get(`once ${n}`)).filter(one => one !== undefined)
  expect(kept.length).toBeLessThan(20)
  expect(known.get('once 0')).toBe(undefined)
  expect(known.get('once 99')).toBe('value')
})

it('what is used again and again stays, as long as it is no more than fits', () => {
  const known = memory<number>(10)
  const keys = Array.from({ length: 10 }, (_, n) => String(n))
  for (const key of keys) known.set(key, 1)
  for (let times = 0; times < 30; times++) for (const key of keys) expect(known.get(key), key).toBe(1)
})

it('counts by weight, and holds one that is too heavy no longer than until the next', () => {
  const known = memory<string>(10, text => text.length)
  known.set('heavy', 'x'.repeat(30))
  expect(known.get('heavy')).toHaveLength(30)
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) known.set(key, 'xxx')
  expect(known.get('heavy')).toBe(undefined)
  expect(known.get('f')).toBe('xxx')
})

it('a value is replaced, and weighs as the new one does', () => {
  const known = memory<string>(10, text => text.length)
  for (let n = 0; n < 50; n++) known.set('one', String(n % 10))
  known.set('other', 'x')
  expect([known.get('one'), known.get('other')]).toEqual(['9', 'x'])
})
