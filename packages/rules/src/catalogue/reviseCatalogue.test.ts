import { describe, expect, it } from 'vitest'
import { kinds } from '../kinds/index.ts'
import { catalogueWith, catalogueRow as row } from './catalogueRow.fixture.ts'
import { judgeCatalogue, reviseCatalogue } from './reviseCatalogue.ts'

const kind = kinds['lppd/tahunan']
const catalogue = catalogueWith(row('ada', { table: 'indicators', group: 'a' }))
const correct = (change: object, of = 'ada') =>
  reviseCatalogue(kind, catalogue, { correct: { row: of, fromYear: 2021, change } })

describe('a revised catalogue', () => {
  it('is the old one with its rows revised, and leaves that unchanged', () => {
    expect(correct({ label: 'baru' })).toEqual({ ...catalogue, rows: [{ ...catalogue.rows[0], label: 'baru' }] })
    expect(catalogue.rows[0]!.label).toBe('ada')
  })
  it('is refused for what its kind cannot use in a row', () => {
    expect(correct({ formula: { kind: 'ratio', inputs: { luas: 'A' } } })).toMatchObject({ fault: 'row' })
    const add = row('', { table: 'assistance', from: 2026 })
    expect(reviseCatalogue(kind, catalogue, { add })).toMatchObject({ fault: 'row', faults: [{ field: 'table' }] })
  })
  it('is refused for a missing row', () => {
    expect(correct({ label: 'baru' }, 'tiada')).toEqual({ fault: 'no-row', slice: { row: 'tiada', from: 2021 } })
  })
  it('is refused as a whole, by the path of the error', () => {
    expect(correct({ label: '' })).toMatchObject({ fault: 'invalid', issues: [{ path: 'rows/0/label' }] })
  })
})

describe('a published catalogue', () => {
  it('has nothing that JSON cannot express', () => {
    const judged = judgeCatalogue(catalogueWith(row('ada', { help: undefined } as object)))
    expect('rows' in judged && Object.keys(judged.rows[0]!)).not.toContain('help')
  })
})
