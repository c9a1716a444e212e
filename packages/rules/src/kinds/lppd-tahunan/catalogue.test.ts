// The opened catalogue: what each of the 123 indicators asks, and that the largest report is evaluated fast enough to type in.
import { describe, expect, it } from 'vitest'
import { catalogue, form, idOf, indicators } from '#test/lppdForms.ts'
import { schemaOf } from '../../form/schemaOf.ts'
import type { Answers, Cell } from '../../types/Answers.ts'
import type { FormulaKind } from '../../types/Catalogue.ts'
import type { Block, Row } from '../../types/Form.ts'

const whole = form()
const blocks = whole.sections.flatMap(section => section.blocks).filter(block => block.table === 'indicators')
const rows = new Map(blocks.flatMap(block => block.rows).map(row => [row.id, row]))
const under = (row: Row | undefined, table: string): Block | undefined =>
  row?.blocks.find(block => block.table === table)

/** The typed fields by kind of formula, except the source of the data and the explanation. */
const asked: Record<FormulaKind, string[]> = {
  ratio: ['numerator', 'denominator'],
  quotient: ['numerator', 'denominator'],
  average: ['numerator', 'denominator'],
  direct: ['value'],
  category: ['step'],
  growth: ['current', 'previous', 'previousSource'],
  deviation: ['planned', 'realized'],
  checklist: [],
  composite: [],
}

describe('each of the 123 indicators', () => {
  it('opens in its urusan, under one of four groups', () => {
    expect(rows.size).toBe(123)
    expect(whole.sections.slice(0, 4).map(section => [section.title, section.blocks.length])).toEqual([
      ['Urusan Wajib Pelayanan Dasar', 6],
      ['Urusan Wajib Non Pelayanan Dasar', 18],
      ['Urusan Pilihan', 6],
      ['Fungsi Penunjang', 5],
    ])
    expect(whole.sections.slice(4).map(section => section.id)).toEqual(['objectives', 'assistance'])
  })

  it.each(indicators.map(row => [row.code, row] as const))('%s asks what its formula needs', (_, row) => {
    const formula = row.formula!
    const shown = rows.get(row.id)
    const unit = row.attrs?.operands === 'asked' ? ['unit'] : []
    expect(Object.keys(shown?.fields ?? {})).toEqual([...asked[formula.kind], ...unit, 'source', 'explanation'])
    for (const field of asked[formula.kind]) expect(shown?.fields[field]).toContain(formula.inputs[field])
    expect(shown?.states).toEqual(['notApplicable', 'notYetAvailable'])
    expect(shown?.warning).toBe(row.warning)
    const below = (table: string) => catalogue.rows.filter(child => child.table === table && child.parent === row.id)
    for (const table of ['checks', 'parts', 'outputs'])
      expect(under(shown, table)?.rows.map(child => child.id) ?? []).toEqual(below(table).map(child => child.id))
    expect(under(shown, 'checks') !== undefined).toBe(formula.kind === 'checklist')
    expect(under(shown, 'parts') !== undefined).toBe(formula.kind === 'composite')
  })

  it('names the years of a growth', () => {
    expect(rows.get(idOf('2.l.1'))?.fields).toMatchObject({
      current: 'Jumlah investasi tahun n (2026)',
      previous: 'Jumlah investasi tahun n-1 (2025)',
    })
  })

  it('opens with a warning where the sources leave its formula open', () => {
    const warned = [...rows.values()].filter(row => row.warning).map(row => row.code)
    expect(warned).toEqual(['1.c.6', '1.c.9', '2.b.2', '2.e.3', '3.g.1'])
  })

  it('asks for weights only where the region gives them', () => {
    const weights = (code: string) => under(rows.get(idOf(code)), 'parts')?.rows.map(row => Object.keys(row.fields))
    expect(weights('2.i.1')).toEqual([
      ['value', 'weight'],
      ['value', 'weight'],
    ])
    expect(weights('2.r.1')).toEqual([['value'], ['value'], ['value'], ['value']])
  })
})

describe('the largest report', () => {
  it('of all indicators is judged in a few milliseconds, beside that of last year', () => {
    const answers: Answers = {}
    for (const { table, id, fields } of [...rows.values()].flatMap(row => [
      row,
      ...row.blocks.flatMap(block => block.rows),
    ])) {
      const cells: Record<string, Cell> = {}
      for (const field of Object.keys(fields))
        cells[field] = field === 'met' ? true : field === 'step' ? 'WTP' : /ource|expl/.test(field) ? 'BPS' : '4801.5'
      answers[table] = { ...answers[table], [id]: cells }
    }
    const previous = { answers, rows: whole.rows(answers), status: 'approved' as const }
    const largest = form({ sources: { previous } })
    expect(schemaOf(largest).safeParse(answers).success).toBe(true)
    // processor time, which other processes on a shared machine affect far less than wall time
    const times = Array.from({ length: 15 }, () => {
      const start = process.cpuUsage()
      const { figures } = largest.evaluate(answers)
      expect(figures.filter(figure => figure.code === 'lppd.ikk' && figure.value !== null)).toHaveLength(123)
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1000
    })
    expect(Math.min(...times)).toBeLessThan(20)
  })
})
