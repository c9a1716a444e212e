import { describe, expect, it } from 'vitest'
import { inventedKind, inventedScope } from '../fixtures/invented.ts'
import { earlierCell, earlierOf } from './earlier.ts'

const { previous } = inventedScope().sources
const at = { table: 'counts', row: 'kunjungan' }
const spec = { type: 'number', label: 'Realisasi' } as const

describe('the period before', () => {
  it('says whether it was brought in from before the system', () => {
    expect(earlierOf(inventedKind, inventedScope())).toMatchObject({ archive: false })
    const sources = { previous: { ...previous!, status: 'archive' as const } }
    expect(earlierOf(inventedKind, inventedScope({ sources }))).toMatchObject({ archive: true })
  })

  it('stands beside a field under the name it had then', () => {
    const earlier = earlierOf(inventedKind, inventedScope())!
    const cell = (field: string, before?: string) =>
      earlierCell(earlier, { ...at, field }, { ...spec, ...(before && { before }) }, undefined)?.text
    expect(cell('reached')).toBe('3.310')
    expect(cell('lastYear')).toBeUndefined()
    expect(cell('lastYear', 'reached')).toBe('3.310')
  })
})
