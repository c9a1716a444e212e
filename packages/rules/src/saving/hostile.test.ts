import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kind, submission, uuid } from '../../test/saving.ts'
import { assemble } from './assemble.ts'
import { changeOps } from './change.ts'
import { touchedRows } from './touchedRows.ts'

describe('whatever is sent', () => {
  it('gets an answer, touches no prototype, and stores only what the form has', () => {
    const names = fc.constantFrom(
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      'services',
      'goals',
      'a',
      'all',
      'due',
      uuid(1),
    )
    const pointer = fc.oneof(
      fc.array(names, { maxLength: 4 }).map(parts => parts.map(part => `/${part}`).join('')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    )
    const value = fc.oneof(
      fc.anything({ withNullPrototype: true }),
      fc.record({ parent: names, position: fc.string() }),
      fc.constant(JSON.parse('{"__proto__":{"polluted":true},"asTyped":"x"}')),
    )
    const sent = fc.record({
      changeId: fc.uuid(),
      op: fc.constantFrom(...changeOps),
      pointer,
      value,
      base: fc.option(fc.nat(), { nil: undefined }),
    })
    const inherited = Object.getOwnPropertyNames(Object.prototype).sort()
    fc.assert(
      fc.property(fc.array(sent, { maxLength: 20 }), changes => {
        const s = submission()
        const results = s.save(changes)
        expect(results.map(({ changeId }) => changeId)).toEqual(changes.map(({ changeId }) => changeId))
        expect(touchedRows(changes, kind).rows.every(({ table }) => Object.hasOwn(kind.tables, table))).toBe(true)
        const answers = assemble(s.view.records(), kind)
        for (const [table, rows] of Object.entries(answers)) {
          expect(Object.hasOwn(kind.tables, table)).toBe(true)
          expect(Object.keys(rows)).not.toContain('constructor')
        }
        expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(inherited)
        expect('polluted' in {}).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  it('assembles stored rows of any name without reaching a prototype', () => {
    const cell = { v: 'x', rev: 1, by: 'system' as const, at: '' }
    const record = { table: '__proto__', row: '__proto__', fields: { polluted: cell } }
    const answers = assemble([record], kind)
    expect('polluted' in {}).toBe(false)
    expect(Object.hasOwn(answers, '__proto__')).toBe(true)
  })
})
