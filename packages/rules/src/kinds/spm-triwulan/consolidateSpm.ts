// From services to urusan to the region. Indices are averaged here because the regulation averages them; which tree they
// are averaged in is a choice of the rule set (one published table fits sub-urusan first, Permendagri 59/2021 was not read).

import { makeFigure } from '../../figures/makeFigure.ts'
import { groupBy } from '../../grouping/groupBy.ts'
import type { Figure, Group, Input, RowId, RuleSet } from '../../types.ts'
import { countedByRule } from './countedByRule.ts'

export interface SpmService {
  row: RowId
  /** The group of its catalogue row: an urusan, or a sub-urusan below one. */
  group: string
  index: Pick<Figure, 'value' | 'why'>
}
export interface SpmConsolidation {
  services: SpmService[]
  groups: Group[]
  rules: RuleSet
  basis?: Figure['basis']
}

/** `spm.urusanIndex` of every urusan that has services, in the order of the groups, then `spm.regionIndex` (row `''`). */
export function consolidateSpm({ services, groups, rules, basis = null }: SpmConsolidation): Figure[] {
  const { nil, urusan: tree, scale } = rules.spm
  const meanOf = (code: string, row: string, formula: string, all: Input[]) =>
    makeFigure(
      { code, row, formula, ...countedByRule(all, nil), band: scale, basis, unit: '', legal: 'Permendagri 59/2021' },
      rules.id,
    )

  const urusan = [...groupBy(services, service => topOf(groups, service.group))].map(([top, own]) => {
    const bySubgroup = tree === 'subgroups' && own.some(service => service.group !== top)
    const inputs = own.map(service =>
      inputOf('spm.index', service.row, service.index, bySubgroup ? service.group : undefined),
    )
    return meanOf('spm.urusanIndex', top, bySubgroup ? 'group-mean.1' : 'mean.1', inputs)
  })
  const inOrder = groups.flatMap(group => urusan.filter(figure => figure.row === group.id))
  const region = inOrder.map(figure => inputOf('spm.urusanIndex', figure.row, figure))
  return [...inOrder, meanOf('spm.regionIndex', '', 'mean.1', region)]
}

const inputOf = (code: string, row: string, { value, why }: SpmService['index'], group?: string): Input => ({
  name: row,
  at: `figure:${code}/${row}`,
  value,
  ...(why && { state: why }),
  ...(group !== undefined && { group }),
})

function topOf(groups: Group[], id: string): string {
  const parent = groups.find(group => group.id === id)?.parent
  return parent === undefined ? id : topOf(groups, parent)
}
