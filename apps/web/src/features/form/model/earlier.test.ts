import { describe, expect, it } from 'vitest'
import { inventedKind, inventedScope } from '#sheet/answers/fixtures/invented.ts'
import { earlierCell, earlierOf } from './earlier.ts'

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
