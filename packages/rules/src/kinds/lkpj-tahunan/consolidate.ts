// From offices to urusan to the region: amounts are added, absorption is divided once, physical achievement is the mean (or the
// mean weighed by budget) of the offices that carry an urusan out, and of the urusan. A percentage is never added.
import { placeOf } from '../../figures/placeOf.ts'
import type { Input } from '../../types/Figure.ts'
import { isUrusan } from './codes.ts'
import type { LkpjRegion } from './figures.ts'
import { type Amount, type Part, rolledUp } from './rolledUp.ts'

/** The figures of every urusan with something reported, then those of the region (row `''`). */
export function consolidate(c: LkpjRegion): void {
  const offices = c.owners('*').map(office => ({
    office,
    urusan: c.countedRows(office, 'lkpj.budget').filter(isUrusan),
  }))
  const all = [...new Set(offices.flatMap(({ urusan }) => urusan))].sort()
  const parts = all.map(row => {
    const own = offices.filter(({ urusan }) => urusan.includes(row))
    return rolledUp(
      c,
      row,
      own.map(({ office }) => partOf(c, office, row)),
    )
  })
  // An office that has not reported is named there, and one that did before programmes were split by urusan still counts.
  const whole = offices.filter(({ urusan }) => urusan.length === 0).map(({ office }) => partOf(c, office, ''))
  rolledUp(c, '', [...parts, ...whole])
}

/** What an office contributes to an urusan, or as a whole (`''`); nothing reported is an input without a value. */
function partOf(c: LkpjRegion, office: string, row: string): Part {
  const input = (name: string, of: Amount | 'physical' | 'absorption', side: Side = 'value'): Input => {
    const figure = c.counted(office, `lkpj.${of}`, row)
    const value = figure?.[side] ?? null
    return {
      name,
      at: placeOf(office, `lkpj.${of}`, row),
      value,
      ...(value === null && { state: figure?.why ?? 'empty' }),
    }
  }
  return {
    amounts: { before: input('before', 'before'), budget: input('budget', 'budget'), spent: input('spent', 'spent') },
    pair: [input('numerator', 'absorption', 'numerator'), input('denominator', 'absorption', 'denominator')],
    physical: input('', 'physical'),
  }
}

type Side = 'value' | 'numerator' | 'denominator'
