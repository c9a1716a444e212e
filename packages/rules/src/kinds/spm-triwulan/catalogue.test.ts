// The published catalogue: its contents, and that the largest form is evaluated fast enough to type in.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalogueSchema } from '../../catalogue/catalogueSchema.ts'
import { rowsOf } from '../../catalogue/rowsOf.ts'
import { buildForm } from '../../form/buildForm.ts'
import { defaultRuleSet } from '../../rule-sets/defaultRuleSet.ts'
import type { Answers, Cell } from '../../types/Answers.ts'
import { kind } from './kind.ts'
import { scopeOf } from './spm.fixture.ts'

const catalogue = catalogueSchema.parse(JSON.parse(readFileSync(new URL('catalogue.json', import.meta.url), 'utf8')))
const services = (year: number) => rowsOf(catalogue, year).filter(row => row.table === 'recipients')
const health = services(2026).filter(row => row.group === 'kesehatan')
const build = (period: string, rows: string[] | '*') =>
  buildForm(kind, catalogue, defaultRuleSet, scopeOf({ period, rows }))

describe('the SPM catalogue', () => {
  it('has 29 services in every year, six urusan, and the twelve of health', () => {
    for (const year of [2021, 2023, 2024, 2026]) expect(services(year)).toHaveLength(29)
    expect(catalogue.groups.filter(group => group.parent === undefined)).toHaveLength(6)
    expect(health).toHaveLength(12)
  })

  it('has for health the quality rows of before 2024 or those from then on, never both', () => {
    const rows = (year: number) =>
      rowsOf(catalogue, year).filter(row => row.table === 'quality' && row.parent === 'ibu-hamil')
    expect(rows(2023)).toHaveLength(11)
    expect(rows(2024)).toHaveLength(19)
    expect(rows(2023).every(row => row.to === 2023)).toBe(true)
    expect(rows(2024).every(row => row.from === 2024)).toBe(true)
  })

  it('says of every row what it asks: two labels for a service, component and measure for quality', () => {
    for (const row of catalogue.rows) {
      if (row.table === 'recipients') expect(Object.keys(row.formula?.inputs ?? {}).sort()).toEqual(['due', 'served'])
      else {
        expect(['goods', 'staff', 'procedure']).toContain(row.attrs?.component)
        expect(['flow', 'stock']).toContain(row.attrs?.measure)
      }
    }
  })
})

describe('the form of Dinas Kesehatan', () => {
  const form = build(
    '2026-TW3',
    health.map(row => row.id),
  )

  it('has a section for each of its services, in the words of the catalogue', () => {
    expect(form.sections.map(section => section.id)).toEqual(health.map(row => row.id))
    const [recipients] = form.sections[0]?.blocks[0]?.rows ?? []
    expect(recipients?.fields.served).toMatch(/^Jumlah .*\(terlayani s\.d\. Triwulan III\)$/)
    const items = form.sections.map(({ id }) => 6 + rowsOf(catalogue, 2026).filter(row => row.parent === id).length)
    expect(Object.values(form.evaluate({}).progress).map(section => section.all)).toEqual(items)
  })
})

describe('the largest form', () => {
  it('of all services and some 300 rows is judged in a few milliseconds', () => {
    const form = build('2026-TW3', '*')
    const answers: Answers = {}
    for (const [table, rows] of Object.entries(form.rows({}))) {
      const cells: Record<string, Cell> =
        table === 'recipients' ? { due: '4801', served: '3333' } : { required: '77', met: '55' }
      if (table === 'recipients' || table === 'quality')
        answers[table] = Object.fromEntries(rows.map(row => [row.id, cells]))
    }
    expect(form.rows({}).quality?.length).toBeGreaterThan(280)
    // processor time, which other processes on a shared machine affect far less than wall time
    const times = Array.from({ length: 15 }, () => {
      const start = process.cpuUsage()
      const { figures } = form.evaluate(answers)
      expect(figures.find(figure => figure.code === 'spm.officeIndex')?.value).not.toBeNull()
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1000
    })
    expect(Math.min(...times)).toBeLessThan(60) // about 5 ms on an idle core
  })
})
