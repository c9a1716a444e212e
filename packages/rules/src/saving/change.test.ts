import fc from 'fast-check'
import { generateKeyBetween } from 'fractional-indexing'
import { describe, expect, it } from 'vitest'
import { change, uuid } from '../../test/saving.ts'
import { lacksBase, sentChangeSchema, sentChangesSchema } from './change.ts'
import { isPosition } from './place.ts'

describe('the envelope of changes', () => {
  const sent = change('set', '/services/a/due', '1', 0)

  it('takes any value and any short address: those are judged one by one', () => {
    expect(sentChangeSchema.parse({ ...sent, value: 12, pointer: 'nowhere' })).toMatchObject({ value: 12 })
    expect(sentChangeSchema.parse({ changeId: uuid(1), op: 'remove', pointer: '/goals/x' })).not.toHaveProperty('value')
  })

  it.each([
    { ...sent, changeId: 'x' },
    { ...sent, op: 'replace' },
    { ...sent, base: -1 },
    { ...sent, base: 1.5 },
    { ...sent, base: '1' },
    { ...sent, pointer: 'x'.repeat(301) },
    { ...sent, more: true },
  ])('refuses %j', wrong => {
    expect(sentChangeSchema.safeParse(wrong).success).toBe(false)
  })

  it('holds 1 to 200', () => {
    const of = (length: number) => sentChangesSchema.safeParse(Array.from({ length }, () => sent)).success
    expect([of(0), of(1), of(200), of(201)]).toEqual([false, true, true, false])
  })

  it('lacks a base where a change other than an add has none', () => {
    const add = change('add', `/goals/${uuid(1)}`, { parent: null, position: 'a0' })
    expect(lacksBase([add, sent])).toBe(false)
    expect(lacksBase([add, change('clear', '/services/a/due')])).toBe(true)
  })
})

describe('a position', () => {
  it('is whatever can be made between two others', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40 }), places => {
        const keys: string[] = []
        for (const place of places) {
          const at = place % (keys.length + 1)
          keys.splice(at, 0, generateKeyBetween(keys[at - 1] ?? null, keys[at] ?? null))
        }
        expect(keys.every(isPosition)).toBe(true)
        expect(keys.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(keys)
      }),
    )
  })

  it('leaves room before and after, or is none', () => {
    const text = fc.oneof(fc.string({ maxLength: 12 }), fc.stringMatching(/^[A-Za-z][0-9A-Za-z]{0,12}$/))
    fc.assert(
      fc.property(text, position => {
        fc.pre(isPosition(position))
        expect(generateKeyBetween(null, position) < position).toBe(true)
        expect(generateKeyBetween(position, null) > position).toBe(true)
      }),
    )
  })
})
