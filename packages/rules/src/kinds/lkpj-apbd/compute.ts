import type { Input } from '../../types/Figure.ts'
import type { RowId } from '../../types/Pointer.ts'
import { checkTotals } from './check.ts'
import { type Amounts, eachColumn, pointerOf } from './columns.ts'
import type { Apbd } from './figures.ts'

const legal = 'PP 12/2019'

/** What each total is made of, parts of the budget or totals before it: their sum, or the first less the others. */
const totals: Record<RowId, { of: (c: Apbd) => RowId[]; less?: true }> = {
  'jumlah-pendapatan': { of: c => partsIn(c, 'pendapatan') },
  'jumlah-belanja': { of: c => partsIn(c, 'belanja') },
  surplus: { of: () => ['jumlah-pendapatan', 'jumlah-belanja'], less: true },
  'pembiayaan-neto': { of: () => ['penerimaan-pembiayaan', 'pengeluaran-pembiayaan'], less: true },
  silpa: { of: () => ['surplus', 'pembiayaan-neto'] },
}
const shared = ['jumlah-pendapatan', 'jumlah-belanja']

const partsIn = (c: Apbd, group: string): RowId[] => c.rows('parts').filter(row => c.catalogue(row)?.group === group)

export function compute(c: Apbd): void {
  const known = new Map<RowId, Amounts>()
  for (const part of c.rows('parts')) {
    const lines = c.rows('lines', part).map(row => line(c, row))
    known.set(part, share(c, part, combined(c, part, lines)))
  }
  for (const row of c.rows('totals')) {
    const total = totals[row]
    if (!total) continue
    const amounts = combined(
      c,
      row,
      total.of(c).flatMap(part => known.get(part) ?? []),
      total.less,
    )
    known.set(row, shared.includes(row) ? share(c, row, amounts) : amounts)
    checkTotals(c, row, amounts)
  }
}

const line = (c: Apbd, row: RowId): Amounts =>
  share(
    c,
    row,
    eachColumn(column => c.input(column, pointerOf(c, row, column))),
  )

/** A sum of known values, the others named; a difference with an unknown side is unknown. */
function combined(c: Apbd, row: RowId, parts: Amounts[], less?: true): Amounts {
  return eachColumn(column => {
    const all = parts.map(part => part[column])
    const known = all.filter(input => input.value !== null)
    const left = all.flatMap(({ value, at, state }) =>
      value === null ? [{ at, why: state ?? ('empty' as const) }] : [],
    )
    const from = less ? { formula: 'difference.1', inputs: all } : { formula: 'sum.1', inputs: known, left }
    return c.of(column, c.figure({ code: `lkpj.${column}`, row, ...from, legal }))
  })
}

/** Realized of the budget in force; passes the amounts on. */
function share(c: Apbd, row: RowId, amounts: Amounts): Amounts {
  const named = (input: Input, name: string): Input => ({ ...input, name })
  const inputs = [named(amounts.realized, 'numerator'), named(amounts.budget, 'denominator')]
  c.figure({ code: 'lkpj.realization', row, formula: 'ratio.1', inputs, legal })
  return amounts
}
