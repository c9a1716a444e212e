import { describe, expect, it } from 'vitest'
import {
  countedOf,
  e1,
  evaluate,
  figureOf,
  regionOf,
  regionOfServices,
  served,
} from '../kinds/spm-triwulan/spm.fixture.ts'
import { coverageOf, standingOf } from './coverage.ts'

const of = (owed: number, reported: number, approved: number) => standingOf({ owed, reported, approved })

describe('a figure of the region', () => {
  it('is final only when all that is owed is approved', () => {
    expect(of(49, 1, 1)).toBe('incomplete')
    expect(of(49, 49, 48)).toBe('provisional')
    expect(of(49, 49, 49)).toBe('final')
    expect(of(0, 0, 0)).toBe('incomplete')
  })

  it('counts an office that cannot report yet, and rows that several owe once', () => {
    const owners = new Map([['*', ['a', 'b', 'outside']]])
    const row = (office: string, standing: 'final' | 'provisional') => ({ office, standing, row: '', lacks: false })
    expect(
      coverageOf({ whole: true, rows: [], owners }, [row('a', 'final'), row('b', 'provisional'), row('x', 'final')]),
    ).toEqual({
      owed: 3,
      reported: 2,
      approved: 1,
    })
  })
})

describe('a form that is filed row by row', () => {
  it('is covered by its rows, also where one office was assigned all of them in addition', () => {
    const [own, others] = [served('a', 'kesehatan', '90'), served('b', 'perumahan', '70')] as const
    const owners = new Map([
      ['a', ['barat']],
      ['b', ['timur', 'barat']],
      ['*', ['barat']],
    ])
    const counted = [{ office: 'barat', standing: 'final' as const, figure: own.index! }]
    const region = regionOfServices([own, others], {}, { owners, counted })
    expect(region).toMatchObject({ coverage: { owed: 2, reported: 1, approved: 1 }, standing: 'incomplete' })
    expect(region.at('b').coverage).toEqual({ owed: 2, reported: 0, approved: 0 })
  })
})

describe('a category of the region', () => {
  const services = [served('a', 'kesehatan', '90'), served('b', 'perumahan', '70')]
  const missing = served('baru', 'perumahan', '1')

  it('waits for everything it is made of; one urusan does not wait for another', () => {
    const all = regionOfServices(services)
    expect(figureOf(all, 'spm.regionIndex').band?.label).toBe('Tuntas Madya')
    const region = regionOfServices([...services, { row: missing.row, index: null }])
    expect(region).toMatchObject({ standing: 'incomplete', coverage: { owed: 3, reported: 2, approved: 2 } })
    expect(figureOf(region, 'spm.regionIndex')).toMatchObject({ value: '80', band: null })
    expect(region.at('perumahan')).toEqual({
      coverage: { owed: 2, reported: 1, approved: 1 },
      standing: 'incomplete',
    })
    expect(figureOf(region, 'spm.urusanIndex', 'perumahan').band).toBeNull()
    expect(region.at('kesehatan').standing).toBe('final')
    expect(figureOf(region, 'spm.urusanIndex', 'kesehatan').band).not.toBeNull()
  })

  it('waits for approval', () => {
    const counted = services.map(({ index }) => ({ office: 'dinas', standing: 'provisional' as const, figure: index! }))
    const region = regionOfServices(services, {}, { counted })
    expect(region.standing).toBe('provisional')
    expect(region.figures.filter(({ band }) => band !== null)).toEqual([])
  })

  it('of how much is filled in counts offices, also where rows are filed', () => {
    const owners = new Map([['ibu-hamil', ['barat', 'timur']]])
    const region = regionOf({}, { owners, counted: countedOf('barat', evaluate(e1)) })
    const coverage = { owed: 2, reported: 1, approved: 1 }
    expect(region.of(figureOf(region, 'completeness'))).toEqual({ coverage, standing: 'incomplete' })
  })

  it('of a row that two offices owe counts both, also of its children', () => {
    const region = regionOf(
      {},
      { owners: new Map([['ibu-hamil', ['barat', 'timur']]]), counted: countedOf('barat', evaluate(e1)) },
    )
    expect(region.at('ibu-hamil')).toEqual({ coverage: { owed: 2, reported: 1, approved: 1 }, standing: 'incomplete' })
    expect(region.at('ibu-hamil.vaksin')).toEqual(region.at('ibu-hamil'))
  })
})

describe('a part of the region', () => {
  it('has no category, also where all of it is approved', () => {
    const services = [served('a', 'kesehatan', '90')]
    expect(regionOfServices(services).figures.some(({ band }) => band !== null)).toBe(true)
    expect(regionOfServices(services, {}, { branch: true }).figures.filter(({ band }) => band !== null)).toEqual([])
  })
})

describe('a service that thousands of offices share', () => {
  /** Processor time, in milliseconds. */
  const took = (work: () => void): number => {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }

  it('is looked through once for the coverage of its figures, not once for each of them', () => {
    const { figures } = evaluate(e1)
    const offices = Array.from({ length: 3000 }, (_, n) => `office-${n}`)
    const counted = offices.flatMap(office => countedOf(office, { figures }))
    let region = regionOf({}, {})
    const made = took(() => {
      region = regionOf({}, { owners: new Map([['ibu-hamil', offices]]), counted })
    })
    const asked = took(() => {
      for (const { row } of region.figures) expect(region.at(row).coverage.reported).toBeGreaterThan(0)
    })
    expect(asked / made).toBeLessThan(0.1)
  })
})
