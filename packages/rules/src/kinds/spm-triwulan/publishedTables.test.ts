// Tables T2, T4 and T7 of testdata/real/spm-tables.md, each with its source there: published values, recomputed.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makeFigure } from '../../figures/makeFigure.ts'
import { exact } from '../../numbers/decimal.ts'
import { roundShown } from '../../numbers/formatNumber.ts'
import { defaultRuleSet } from '../../rule-sets/defaultRuleSet.ts'
import { bandOf } from '../../scales/bandOf.ts'
import type { Figure, Input } from '../../types/Figure.ts'
import { figureOf, regionOfServices, served } from './spm.fixture.ts'

const page = readFileSync(new URL('../../../testdata/real/spm-tables.md', import.meta.url), 'utf8')
/** The CSV blocks under one heading, as records by column. */
function table(heading: string): Record<string, string>[][] {
  const section = page.split(/^## /m).find(part => part.startsWith(heading)) ?? ''
  return [...section.matchAll(/```csv\n([\s\S]*?)```/g)].map(([, block = '']) => {
    const [head = [], ...rows] = block.trim().split('\n').map(cells)
    return rows.map(row => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
  })
}
const cells = (line: string) =>
  [...line.matchAll(/(?:^|,)("[^"]*"|[^,]*)/g)].map(([, cell = '']) => cell.replaceAll('"', ''))

const compute = (formula: string, inputs: [string, string][]): Figure =>
  makeFigure(
    {
      code: 'spm.recipients',
      formula,
      inputs: inputs.map(([name, value]): Input => ({ name, at: '', value })),
      unit: '%',
    },
    defaultRuleSet.id,
  )
const sum = (values: string[]) =>
  compute(
    'sum.1',
    values.map((value, at) => [String(at), value]),
  ).value

describe('T2: Kabupaten Cianjur, air minum and air limbah', () => {
  const [services = [], years = []] = table('T2.')

  it('both percentages follow', () => {
    expect(services).toHaveLength(2)
    for (const row of services) {
      const ratio = compute('ratio.1', [
        ['numerator', row.terlayani ?? ''],
        ['denominator', row.total_harus_dilayani ?? ''],
      ])
      expect(roundShown(ratio.value ?? '', 2)).toBe(row.persen_published)
    }
    const [water, waste] = services
    expect(sum((water?.komponen ?? '').match(/\d+/g) ?? [])).toBe(water?.terlayani)
    const rest = compute('difference.1', [
      ['due', waste?.total_harus_dilayani ?? ''],
      ['served', waste?.terlayani ?? ''],
    ])
    expect(rest.value).toBe(waste?.belum_terlayani_published)
  })

  it('the sums of the years do not: the printed stock is not the sum of the printed flows', () => {
    const column = (name: string) => sum(years.map(row => row[name] ?? ''))
    // beside each, what the page prints
    expect([column('records'), '512']).toEqual(['510', '512'])
    expect([column('sr'), '53265']).toEqual(['52832', '53265'])
    expect([column('jiwa_terlayani'), '266229']).toEqual(['264066', '266229'])
    expect(column('kk_terlayani')).toBe('52816')
  })
})

describe('T4: national averages of Trantibumlinmas, 2024', () => {
  const [rows = []] = table('T4.')
  const printed = (level: string, component: string) =>
    rows.find(row => row.level === level && row.komponen?.startsWith(component))?.nilai_published ?? ''
  const total = printed('kabkota', 'total_urusan')
  const of = ['trantibum', 'bencana', 'bencana', 'bencana', 'kebakaran'].map(name => `trantibumlinmas.${name}`)

  /** The urusan from its five services, each moved by as much as its rounding hides. */
  const urusan = (tree: 'services' | 'subgroups', moved = '0') => {
    const services = of.map((group, at) => {
      const value = exact(printed('kabkota', `1.05-0${at + 1}`)).plus(exact(moved))
      return served(`s${at}`, group, value.toFixed())
    })
    return figureOf(regionOfServices(services, { urusan: tree }), 'spm.urusanIndex', 'trantibumlinmas').value ?? ''
  }
  /** Whether some inputs that print as these could give a total that prints as this. */
  const follows = (lowest: string, highest: string, of: string) =>
    exact(highest).gte(exact(of).minus(exact('0.005'))) && exact(lowest).lt(exact(of).plus(exact('0.005')))

  it('the two weighted parts do not add up to the printed total', () => {
    const parts = sum([printed('provinsi', 'penerima'), printed('provinsi', 'mutu')]) ?? ''
    expect(parts).toBe('67.66')
    const [low, high] = [exact(parts).minus(exact('0.01')).toFixed(), exact(parts).plus(exact('0.01')).toFixed()]
    expect(follows(low, high, printed('provinsi', 'total_ip'))).toBe(false)
  })

  it('the mean of five services does not give the printed total', () => {
    expect(urusan('services')).toBe('52.888')
    expect(follows(urusan('services', '-0.005'), urusan('services', '0.005'), total)).toBe(false)
  })

  it('the mean of three sub-urusan does, within the rounding of its inputs', () => {
    expect(roundShown(urusan('subgroups'), 3)).toBe('54.942')
    expect(follows(urusan('subgroups', '-0.005'), urusan('subgroups', '0.005'), total)).toBe(true)
    expect(follows(urusan('subgroups'), urusan('subgroups'), total)).toBe(false)
  })
})

describe('T7: Kabupaten Sumbawa', () => {
  const [rows = []] = table('T7.')
  it('its categories, and those at both ends of a printed range, follow from the default scale', () => {
    const graded = rows
      .filter(row => row.kategori_published)
      .flatMap(row => {
        const bands = row.kategori_published?.split('..') ?? []
        return (row.nilai_published?.split('..') ?? []).map((value, at) => [value, bands[at] ?? ''] as const)
      })
    expect(graded.map(([value]) => value)).toEqual(['97.935', '93', '100', '71.4'])
    for (const [value, band] of graded) expect(bandOf(defaultRuleSet.spm.scale, value).label).toBe(band)
  })

  it('three decimals are printed, so the index of the year before is 95.107', () => {
    const value = (of: string) => rows.find(row => row.ukuran?.startsWith(of))?.nilai_published ?? ''
    const before = compute('difference.1', [
      ['now', value('indeks SPM daerah')],
      ['rise', value('kenaikan')],
    ])
    expect(before.value).toBe('95.107')
  })
})
