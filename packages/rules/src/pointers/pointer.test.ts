import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Anchor } from '../types/Pointer.ts'
import { isFieldId, isRowId, isTableId, isUuid } from './ids.ts'
import { covers, parseAnchor, parsePointer, parseRowPointer, pointerOf, rowPointerOf } from './pointer.ts'

const uuid = '0199f5a0-1234-7abc-8def-0123456789ab'
const inherited = Object.getOwnPropertyNames(Object.prototype)

describe('an id', () => {
  it.each([
    [isTableId, ['recipients', 'a1'], ['', 'A', '1a', 'a-b', 'a_b', 'a'.repeat(41), 'a\n', ...inherited, 'prototype']],
    [
      isRowId,
      ['ibu-hamil.buku-kia', 'a.b.c', '12', uuid],
      ['', 'a.b.c.d', 'A', '-a', 'a-', 'a..b', 'a/b', 'a~b', 'x'.repeat(161), 'a\n', ...inherited, 'prototype'],
    ],
    [
      isFieldId,
      ['due', 'tw1', 'state', 'why-served-fell'],
      ['', '$parent', 'why-', 'why-A', 'a-b', 'a\n', ...inherited],
    ],
    [
      isUuid,
      [uuid, uuid.replace('-7', '-4')],
      ['', uuid.toUpperCase(), `${uuid}0`, uuid.replaceAll('-', ''), `${uuid}\n`],
    ],
  ] as const)('%o', (is, good, wrong) => {
    for (const text of good) expect([text, is(text)]).toEqual([text, true])
    for (const text of wrong) expect([text, is(text)]).toEqual([text, false])
  })
})

describe('an address', () => {
  it('is taken apart and put together', () => {
    expect(parsePointer('/recipients/ibu-hamil/due')).toEqual({ table: 'recipients', row: 'ibu-hamil', field: 'due' })
    expect(parseRowPointer('/recipients/ibu-hamil')).toEqual({ table: 'recipients', row: 'ibu-hamil' })
    expect(parseAnchor('')).toEqual({})
    expect(parseAnchor('/recipients')).toEqual({ table: 'recipients', row: undefined, field: undefined })
    expect(pointerOf('recipients', 'ibu-hamil', 'due')).toBe('/recipients/ibu-hamil/due')
    expect(rowPointerOf('recipients', 'ibu-hamil')).toBe('/recipients/ibu-hamil')
  })

  it.each([
    '/',
    '//',
    'a/b/c',
    '/a/b/c/d',
    '/a/b/c/',
    '/a/B/c',
    '/a//c',
    '/a/b/0',
    '/__proto__/a/b',
    '/a/b/constructor',
  ])('%s is none', text => {
    expect([parseAnchor(text), parsePointer(text), parseRowPointer(text)]).toEqual([null, null, null])
  })

  it('is put together as it was taken apart, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('a', 'b-c', uuid, '__proto__', '$parent', '', 'why-x'), { maxLength: 5 })
        .map(s => `/${s.join('/')}`),
    )
    fc.assert(
      fc.property(text, at => {
        const anchor = parseAnchor(at)
        const { table, row, field } = anchor ?? {}
        expect(parsePointer(at)).toEqual(table && row && field ? { table, row, field } : null)
        expect(parseRowPointer(at)).toEqual(table && row && !field ? { table, row } : null)
        const parts = Object.values(anchor ?? {}).filter(part => part !== undefined)
        if (anchor) expect(parts.map(part => `/${part}`).join('')).toBe(at)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('an anchor', () => {
  it.each([
    ['', '', true],
    ['', '/a/b/c', true],
    ['/a', '/a', true],
    ['/a', '/a/b', true],
    ['/a/b', '/a/b/c', true],
    ['/a/b/c', '/a/b/c', true],
    ['/a/b', '/a/bc', false],
    ['/a/b', '/a', false],
    ['/a/b/c', '/a/b', false],
    ['/b', '/a/b', false],
  ] as [Anchor, Anchor, boolean][])('%s covers %s: %s', (anchor, at, expected) => {
    expect(covers(anchor, at)).toBe(expected)
  })
})
