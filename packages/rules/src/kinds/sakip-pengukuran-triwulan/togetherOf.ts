// Performance of several offices together. Indicators of different offices are never added: what is shown is a mean of the offices,
// money that can be added, and how many offices are in each category.
import { placeOf } from '../../figures/placeOf.ts'
import { bandOf } from '../../scales/bandOf.ts'
import type { RegionContext } from '../../types/Context.ts'
import type { Derivation, Figure, Input } from '../../types/Figure.ts'
import type { Scale } from '../../types/RuleSet.ts'

/** Figures of several offices that none has alone. */
export const togetherFigures = {
  'sakip.region': { label: 'Rata-rata capaian perangkat daerah', unit: '%' },
  'sakip.officesIn': { label: 'Jumlah perangkat daerah menurut kategori', unit: 'perangkat daerah' },
}

type Region = Pick<RegionContext, 'owners' | 'counted' | 'figure' | 'of' | 'name' | 'rules'>
/** The inputs of a figure of several offices, and the offices that it leaves out. */
interface Together {
  inputs: Input[]
  left: Derivation['left']
}

/** A figure of each office that owes the form, or a side of it, as an input named `name`; an office without its value is left out and named, never 0. */
export function togetherOf(
  c: Region,
  code: string,
  row = '',
  name = '',
  side: 'value' | 'numerator' | 'denominator' = 'value',
): Together {
  const all = c.owners('*').map(office => ({ at: placeOf(office, code, row), figure: c.counted(office, code, row) }))
  return {
    inputs: all.flatMap(({ at, figure }) => (figure?.value == null ? [] : [{ name, at, value: figure[side] }])),
    left: all.flatMap(({ at, figure }) => (figure?.value == null ? [{ at, why: figure?.why ?? 'empty' }] : [])),
  }
}

/** The mean achievement of the offices: each alike, or by its budget as the rule set says; one without a budget is left out then. */
export function meanOfOffices(c: Region): Figure {
  const of = { code: 'sakip.region', band: c.rules.sakip.scale, legal: 'PermenPANRB 53/2014' }
  const { inputs, left } = togetherOf(c, 'sakip.office')
  if (c.rules.sakip.region !== 'weighted-by-budget') return c.figure({ ...of, formula: 'mean.1', inputs, left })
  const budgets = new Map(c.owners('*').map(id => [placeOf(id, 'sakip.office', ''), c.counted(id, 'sakip.budget', '')]))
  const weighed = inputs.flatMap(input => {
    const weight = budgets.get(input.at)?.value
    return weight == null ? [] : [{ ...input, weight }]
  })
  const known = new Set(weighed.map(({ at }) => at))
  const unweighed = inputs.flatMap(({ at }) =>
    known.has(at) ? [] : [{ at, why: budgets.get(at)?.why ?? ('empty' as const) }],
  )
  return c.figure({ ...of, formula: 'weighted.1', inputs: weighed, left: [...left, ...unweighed] })
}

/** Budgets as a sum, and their absorption divided once. */
export function moneyOfOffices(c: Region): void {
  c.figure({ code: 'sakip.budget', formula: 'sum.1', ...togetherOf(c, 'sakip.budget', '', 'pagu') })
  const sides = (['numerator', 'denominator'] as const).map(side => togetherOf(c, 'sakip.absorption', '', side, side))
  const [paid, agreed] = sides
  const inputs = paid?.inputs.flatMap((input, n) => [input, ...(agreed?.inputs.slice(n, n + 1) ?? [])]) ?? []
  c.figure({ code: 'sakip.absorption', formula: 'ratio.1', inputs, left: paid?.left })
}

/** How many offices are in each category of a scale by this figure, the best first. */
export function officesByBand(c: Region, code: string, scale: Scale): void {
  const { inputs, left } = togetherOf(c, code)
  for (const { id, label } of scale.bands) {
    const row = `${scale.id}-${id}`.toLowerCase()
    c.name(row, label)
    const weighed = inputs.map(input => ({
      ...input,
      weight: input.value !== null && bandOf(scale, input.value).id === id ? '1' : '0',
    }))
    c.figure({ code: 'sakip.officesIn', row, formula: 'count.1', inputs: weighed, left })
  }
}
