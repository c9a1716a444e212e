import fc from 'fast-check'
import { expect, it } from 'vitest'
import { seenOf } from './seenOf.ts'

it('an own save right after what was read needs no reading', () => {
  const seen = seenOf(4)
  seen.accepted(5)
  seen.accepted(6)
  expect(seen.upTo()).toBe(6)
})

it('another user’s change before an own one is still to be read', () => {
  const seen = seenOf(4)
  seen.accepted(6)
  expect(seen.upTo()).toBe(4)
  seen.reached(5)
  expect(seen.upTo()).toBe(6)
})

it('a form that starts from the cache is behind until the later changes were fetched', () => {
  const seen = seenOf(4, true)
  seen.reached(6)
  expect(seen.isBehind()).toBe(true)
  seen.caughtUp(7)
  expect([seen.isBehind(), seen.upTo()]).toEqual([false, 7])
})

it('never claims a change that was neither read nor the user’s own', () => {
  const steps = fc.array(fc.record({ own: fc.boolean(), at: fc.integer({ min: 1, max: 12 }) }), { maxLength: 30 })
  fc.assert(
    fc.property(steps, all => {
      const seen = seenOf(0)
      const known = new Set<number>()
      for (const { own, at } of all) {
        if (own) seen.accepted(at)
        else seen.reached(at)
        if (own) known.add(at)
        else for (let n = 1; n <= at; n++) known.add(n)
        for (let n = 1; n <= seen.upTo(); n++) expect(known).toContain(n)
        expect(known).not.toContain(seen.upTo() + 1)
      }
    }),
  )
})
