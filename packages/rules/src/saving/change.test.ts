import fc from 'fast-check'
import { generateKeyBetween } from 'fractional-indexing'
import { describe, expect, it } from 'vitest'
import { change, uuid } from '../../test/saving.ts'
import { lacksBase } from './change.ts'
import { isPosition } from './place.ts'

describe('changes', () => {
  const sent = change('set', '/services/a/due', '1', 0)

  it('lack a base where a change other than an add has none', () => {
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
