import { describe, expect, it } from 'vitest'
import { inventedKind, inventedScope } from './answers/fixtures/invented.ts'
import { differenceText, earlierCell, earlierOf } from './earlier.ts'

const { previous } = inventedScope().sources
const at = { table: 'counts', row: 'kunjungan' }
const spec = { type: 'number', label: 'Realisasi' } as const

describe('the previous period', () => {
  it('says whether it was imported from before the system', () => {
    expect(earlierOf(inventedKind, inventedScope())).toMatchObject({ archive: false })
    const sources = { previous: { ...previous!, status: 'archive' as const } }
    expect(earlierOf(inventedKind, inventedScope({ sources }))).toMatchObject({ archive: true })
  })

  it('is shown beside a field under the name of then', () => {
    const earlier = earlierOf(inventedKind, inventedScope())!
    const cell = (field: string, before?: string) =>
      earlierCell(earlier, { ...at, field }, { ...spec, ...(before && { before }) }, undefined)?.text
    expect(cell('reached')).toBe('3.310')
    expect(cell('lastYear')).toBeUndefined()
    expect(cell('lastYear', 'reached')).toBe('3.310')
  })
})

describe('the difference to the previous period', () => {
  it.each([
    ['4512', '3310', undefined, '+1.202'],
    ['3310', '4512', undefined, '-1.202'],
    ['0.3', '0.1', undefined, '+0,2'],
    ['1200', '1200', undefined, '0'],
    ['46', '21', 2, '+25,00'],
    ['68.9649999999999999999999999999999999', '68.96', 2, '+0,00'],
  ])('of %s and %s is %s', (now, then, decimals, said) => {
    expect(differenceText(now, then, decimals)).toBe(said)
  })
})
