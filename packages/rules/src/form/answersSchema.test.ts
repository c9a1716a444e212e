import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defaultRuleSet } from '../rule-sets/defaultRuleSet.ts'
import { answersSchema } from './answersSchema.ts'
import { buildForm } from './buildForm.ts'
import { fullAnswers, id, sampleCatalogue, sampleKind, sampleScope } from './sample.fixture.ts'
import { schemaOf } from './schemaOf.ts'

const open = answersSchema(sampleKind)
const strict = schemaOf(buildForm(sampleKind, sampleCatalogue, defaultRuleSet, sampleScope()))
const pointers = (schema: z.ZodType, answers: unknown) =>
  (schema.safeParse(answers).error?.issues ?? []).map(issue => `/${issue.path.join('/')}`)

describe('the shape of answers', () => {
  it('accepts answers unchanged', () => {
    expect(open.parse(fullAnswers)).toEqual(fullAnswers)
    expect(strict.parse(fullAnswers)).toEqual(fullAnswers)
    expect(strict.parse({})).toEqual({})
  })

  it('accepts text as typed in any cell, and explanations', () => {
    const cells = { amount: { asTyped: '12,5x' }, soFar: { asTyped: '1.234' }, state: { asTyped: 'nihil?' } }
    expect(strict.safeParse({ works: { jalan: { ...cells, 'why-high-amount': 'Ruas baru' } } }).success).toBe(true)
  })

  it.each([
    ['a number', { amount: 12 }],
    ['a decimal comma', { amount: '12,5' }],
    ['a closing zero', { amount: '1.50' }],
    ['minus zero', { amount: '-0' }],
    ['an exponent', { amount: '1e3' }],
    ['null', { amount: null }],
    ['the empty string', { remark: '' }],
    ['a list', { remark: ['a'] }],
    ['text that is too long', { remark: 'x'.repeat(21) }],
    ['NUL', { remark: 'a\0b' }],
    ['half a character', { remark: '\ud800' }],
    ['more beside asTyped', { amount: { asTyped: 'x', more: 1 } }],
    ['too much as typed', { amount: { asTyped: 'x'.repeat(201) } }],
    ['nothing as typed', { amount: { asTyped: '' } }],
    ['another option', { grade: 'B' }],
    ['another state', { state: 'kosong' }],
  ])('refuses %s, at its cell', (_, cells) => {
    const at = `/works/jalan/${Object.keys(cells)[0]}`
    expect(pointers(open, { works: { jalan: cells } })[0]?.startsWith(at)).toBe(true)
    expect(pointers(strict, { works: { jalan: cells } })[0]?.startsWith(at)).toBe(true)
  })

  it('refuses invalid dates and a state where the table has none', () => {
    const cost = (day: string) => ({ costs: { [id(1)]: { $parent: 'jalan', $position: 'a0', day } } })
    expect(open.safeParse(cost('2028-02-29')).success).toBe(true)
    expect(open.safeParse(cost('2026-02-29')).success).toBe(false)
    expect(open.safeParse(cost('2026-2-9')).success).toBe(false)
    expect(open.safeParse({ checks: { 'jalan.aspal': { state: 'nil' } } }).success).toBe(false)
    expect(open.safeParse({ costs: { jalan: { state: 'notApplicable' } } }).success).toBe(false)
  })

  it('refuses unknown tables, columns and keys', () => {
    expect(open.safeParse({ wroks: {} }).success).toBe(false)
    expect(open.safeParse({ works: { jalan: { amuont: '1' } } }).success).toBe(false)
    expect(open.safeParse({ works: { jalan: { 'why-no-people': 'x' } } }).success).toBe(false)
    expect(open.safeParse({ works: { jalan: { $parent: 'jalan' } } }).success).toBe(false)
    for (const key of ['constructor', 'toString', 'A', 'a/b', '']) {
      expect(open.safeParse(JSON.parse(`{"works":{"${key}":{"amount":"1"}}}`)).success).toBe(false)
    }
  })

  it('never accepts the key __proto__', () => {
    const parsed = open.parse(JSON.parse('{"works":{"__proto__":{"amount":"1"}}}'))
    expect(parsed).toEqual({ works: {} })
    expect(Object.getPrototypeOf(parsed.works)).toBe(Object.prototype)
    expect(Object.keys(parsed.works ?? {})).toEqual([])
  })

  it('of one form knows its rows and the columns of each', () => {
    const other = { works: { pasar: { amount: '1' } } }
    expect(open.safeParse(other).success).toBe(true)
    expect(strict.safeParse(other).success).toBe(false)
    const unit = { checks: { 'jalan.aspal': { unit: 'm' } } }
    expect(open.safeParse(unit).success).toBe(true)
    expect(strict.safeParse(unit).success).toBe(false)
    expect(strict.safeParse({ costs: { pasar: { state: 'nil' } } }).success).toBe(false)
    expect(strict.safeParse({ people: { all: { state: 'nil' } } }).success).toBe(true)
    expect(strict.safeParse({ people: { semua: { state: 'nil' } } }).success).toBe(false)
  })

  it('can be published as JSON Schema', () => {
    const published = z.toJSONSchema(open, { io: 'input' })
    expect(published).toMatchObject({ type: 'object', additionalProperties: false })
    expect(Object.keys(published.properties ?? {})).toEqual(Object.keys(sampleKind.tables))
    expect(JSON.stringify(published)).toContain('asTyped')
    expect(() => z.toJSONSchema(strict, { io: 'input' })).not.toThrow()
  })
})
