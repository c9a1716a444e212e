import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recompute } from '../../figures/recompute.ts'
import { buildForm } from '../../form/buildForm.ts'
import { roundShown } from '../../numbers/formatNumber.ts'
import { defaultRuleSet } from '../../rule-sets/defaultRuleSet.ts'
import type { Answers } from '../../types/Answers.ts'
import type { Catalogue } from '../../types/Catalogue.ts'
import type { Evaluation } from '../../types/Form.ts'
import type { FieldId, RowId } from '../../types/Pointer.ts'
import { kind } from './kind.ts'

const catalogue: Catalogue = JSON.parse(readFileSync(join(import.meta.dirname, 'catalogue.json'), 'utf8'))
const form = buildForm(kind, catalogue, defaultRuleSet, {
  office: { id: 'bpkad', name: 'BPKAD' },
  period: '2026',
  rows: '*',
  plan: { from: 2025, to: 2029 },
  sources: {},
})
const lines = catalogue.rows.filter(row => row.table === 'lines').map(row => row.id)

type Amounts = [before: string, after: string | null, realized: string]
const cells = ([before, after, realized]: Amounts): Record<FieldId, string> => ({
  before,
  ...(after !== null && { after }),
  realized,
})
/** Every line, 0 unless given; totals as typed. */
const answersOf = (given: Record<RowId, Amounts>, totals: Record<RowId, Record<FieldId, string>> = {}): Answers => ({
  lines: Object.fromEntries(lines.map(row => [row, cells(given[row] ?? ['0', null, '0'])])),
  totals,
})
const value = ({ figures }: Evaluation, code: string, row: RowId) => {
  const found = figures.find(one => one.code === `lkpj.${code}` && one.row === row)?.value
  return found && roundShown(found, 2)
}
const own = ({ findings }: Evaluation) =>
  findings.filter(one => Object.hasOwn(kind.findings, one.code)).map(one => [one.code, one.at, one.message])

/** A balanced budget: 1.000 and 1.100 of revenue, 1.050 and 1.200 of spending, the rest financed. */
const balanced: Record<RowId, Amounts> = {
  'pad.pajak-daerah': ['300', '350', '360'],
  'pendapatan-transfer.transfer-pusat': ['700', '750', '740'],
  'belanja-operasi.pegawai': ['650', null, '600'],
  'belanja-modal.gedung-bangunan': ['400', '550', '500'],
  'penerimaan-pembiayaan.silpa-sebelumnya': ['60', '110', '110'],
  'pengeluaran-pembiayaan.penyertaan-modal': ['10', null, '10'],
}

describe('the budget of the region', () => {
  it('is added up by part and in all, with the remainder', () => {
    const done = form.evaluate(answersOf(balanced))
    const sums = (row: RowId) => ['before', 'budget', 'realized'].map(code => value(done, code, row))
    expect(sums('pad')).toEqual(['300', '350', '360'])
    expect(sums('jumlah-pendapatan')).toEqual(['1000', '1100', '1100'])
    expect(sums('jumlah-belanja')).toEqual(['1050', '1200', '1100'])
    expect(sums('surplus')).toEqual(['-50', '-100', '0'])
    expect(sums('pembiayaan-neto')).toEqual(['50', '100', '100'])
    expect(sums('silpa')).toEqual(['0', '0', '100'])
    expect(value(done, 'realization', 'jumlah-belanja')).toBe('91.67')
    expect(value(done, 'realization', 'pad.pajak-daerah')).toBe('102.86')
    expect(own(done)).toEqual([])
  })

  it('agrees with the totals of the realization report, or says by how much it differs', () => {
    const totals = { 'jumlah-belanja': { before: '1050', after: '1200', realized: '1101' } }
    expect(own(form.evaluate(answersOf(balanced, totals)))).toEqual([
      [
        'total-differs',
        '/totals/jumlah-belanja/realized',
        'Tertulis Rp 1.101, sedangkan rinciannya berjumlah Rp 1.100. Periksa, atau jelaskan.',
      ],
    ])
  })

  it('balances before and after the change', () => {
    const done = form.evaluate(answersOf({ ...balanced, 'pad.pajak-daerah': ['300', '351', '360'] }))
    expect(own(done).map(([code, at]) => [code, at])).toEqual([['unbalanced', '/totals/silpa/after']])
  })

  it('is not compared while a line is missing', () => {
    const { lines: all, totals } = answersOf({ ...balanced, 'pad.pajak-daerah': ['1', null, '1'] })
    const { 'pad.retribusi-daerah': _, ...some } = all ?? {}
    const done = form.evaluate({ lines: some, totals: totals ?? {} })
    expect(own(done)).toEqual([])
    expect(done.figures.find(one => one.code === 'lkpj.before' && one.row === 'pad')?.derivation.left).toEqual([
      { at: '/lines/pad.retribusi-daerah/before', why: 'empty' },
    ])
  })

  it('may receive more than planned, but more spending needs an explanation', () => {
    const over = { ...balanced, 'belanja-operasi.pegawai': ['650', null, '651'] as Amounts }
    expect(own(form.evaluate(answersOf(over)))).toMatchObject([
      ['realized-over-budget', '/lines/belanja-operasi.pegawai/realized', expect.stringContaining('Rp 651')],
    ])
  })
})

it('every figure follows from its derivation, and the remainder is revenue less spending, for any lines', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 13n }).map(String)
  const given = fc.record(Object.fromEntries(lines.map(row => [row, fc.tuple(amount, fc.option(amount), amount)])))
  fc.assert(
    fc.property(given, all => {
      const done = form.evaluate(answersOf(all as Record<RowId, Amounts>))
      for (const { value: of, raw, why, numerator, denominator, derivation } of done.figures)
        expect(recompute(derivation)).toEqual({ value: of, raw, why, numerator, denominator })
      const came = (row: string) => !row.startsWith('belanja') && !row.startsWith('pengeluaran')
      const rest = lines.reduce((sum, row) => sum + (came(row) ? 1n : -1n) * BigInt(all[row]?.[2] ?? '0'), 0n)
      expect(value(done, 'realized', 'silpa')).toBe(String(rest))
    }),
    { numRuns: 50 },
  )
})
