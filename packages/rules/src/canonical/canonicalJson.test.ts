import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonicalJson.ts'

describe('canonical JSON', () => {
  // RFC 8785, section 3.2.2 and 3.2.4
  it('follows the example of the RFC', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('is one text for equal values, in any order of their keys, and can be parsed back', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned)
      if (typeof value !== 'object' || value === null) return value
      const entries = Object.entries(value).map(([key, inner]) => [key, turned(inner)] as const)
      return Object.fromEntries(entries.reverse())
    }
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), value => {
        const text = canonicalJson(value)
        expect(canonicalJson(turned(value))).toBe(text)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })

  const told = (write: (value: unknown) => string | undefined, value: unknown) => {
    try {
      return write(value)
    } catch {
      return 'refused'
    }
  }
  const key = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.nat(20).map(String),
    fc.constantFrom('__proto__', 'toJSON', '00'),
  )
  const anything = fc.anything({
    key,
    withDate: true,
    withBoxedValues: true,
    withNullPrototype: true,
    withBigInt: true,
  })
  it('is what the library writes, of whatever there is', () => {
    fc.assert(
      fc.property(anything, value => {
        expect(told(canonicalJson, value)).toBe(told(canonicalize, value) ?? 'refused')
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['whole numbers as keys, which an object gives first', { b: 1, 10: 1, 9: 1, '-1': 1 }],
    ['a key that would be its prototype', JSON.parse('{"b":1,"__proto__":{"c":1,"a":2},"a":1}')],
    ['what says its own JSON', { b: new Date(0), a: { toJSON: () => ({ d: 1, c: 2 }) } }],
    ['what is left out', { b: undefined, a: [undefined, () => 1], c: () => 1 }],
    ['what is nested very deeply', JSON.parse(`${'{"b":1,"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`)],
  ])('is what the library writes of %s', (_, value) => {
    expect(canonicalJson(value)).toBe(canonicalize(value))
  })

  const circle: unknown[] = []
  circle.push(circle)
  it.each([
    ['nothing', undefined],
    ['a function', () => 1],
    ['NaN', { a: Number.NaN }],
    ['Infinity', [Number.POSITIVE_INFINITY]],
    ['a lone surrogate', { a: '\ud800' }],
    ['a BigInt', 1n],
    ['a circle', circle],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow()
  })
})
