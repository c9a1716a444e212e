// From services to urusan to the region. Indices are averaged here because the regulation averages them; which tree they
// are averaged in is a choice of the rule set (one published table fits sub-urusan first, Permendagri 59/2021 was not read).

import { placeOf } from '../../figures/placeOf.ts'
import { groupBy } from '../../grouping/groupBy.ts'
import type { Group } from '../../types/Catalogue.ts'
import type { Derivation, Figure, Input } from '../../types/Figure.ts'
import type { RowId } from '../../types/Pointer.ts'
import { countedByRule } from './countedByRule.ts'
import { legal, serviceFigures } from './serviceFigures.ts'
import { basisOf, type SpmRegion } from './spmContext.ts'

/** `spm.index` of every owed service, `spm.urusanIndex` of every urusan with some, then `spm.regionIndex`. */
export function consolidate(c: SpmRegion): void {
  const { nil, urusan: tree, scale } = c.rules.spm
  const meanOf = (code: 'spm.urusanIndex' | 'spm.regionIndex', row: string, formula: string, all: Input[]) =>
    c.figure({ code, row, formula, ...countedByRule(all, nil), band: scale, basis: basisOf(c.period), legal })

  const services = c.rows().map(row => ({ group: row.group ?? '', index: indexOf(c, row.id) }))
  const urusan = [...groupBy(services, ({ group }) => topOf(c.groups, group))].map(([top, own]) => {
    const bySubgroup = tree === 'subgroups' && own.some(({ group }) => group !== top)
    const inputs = own.map(({ group, index }) => c.of(index.row, index, bySubgroup ? { group } : {}))
    return meanOf('spm.urusanIndex', top, bySubgroup ? 'group-mean.1' : 'mean.1', inputs)
  })
  const all = urusan.map(figure => c.of(figure.row, figure))
  meanOf('spm.regionIndex', '', 'mean.1', all)
}

/** Of the only office that owes it, as frozen; of several, their counts added and divided once. */
function indexOf(c: SpmRegion, service: RowId): Figure {
  const all = c.owners(service).map(office => ({ office, figure: c.counted(office, 'spm.index', service) }))
  const only = all.length === 1 ? all[0]?.figure : null
  if (only) return c.take(only)
  const whole = all.flatMap(({ office, figure }) => (figure?.value == null ? [] : [office]))
  const left = all.flatMap(({ office, figure }) =>
    figure?.value == null
      ? [{ at: placeOf(office, 'spm.index', service), why: figure?.why ?? ('empty' as const) }]
      : [],
  )
  const basis = basisOf(c.period)
  if (whole.length === 0)
    return c.figure({ code: 'spm.index', row: service, formula: 'weighted.1', inputs: [], left, basis, legal })
  const made = serviceFigures(c, c.period)
  const recipients = made.recipients(service, countsOf(c, whole, 'spm.recipients', service).inputs, left)
  return made.index(service, recipients, qualityOf(c, made, whole, service))
}

/** Rows that no office had to meet, or was asked about, are left out. */
function qualityOf(c: SpmRegion, made: ReturnType<typeof serviceFigures>, offices: string[], service: RowId): Figure {
  const asked = c.rows(service).flatMap(row => {
    const { inputs, left } = countsOf(c, offices, 'spm.qualityRow', row.id)
    if (inputs.length + left.length === 0) return []
    return { figure: made.qualityRow(row.id, inputs, left), inputs, component: row.attrs?.component }
  })
  const left = asked.flatMap(({ figure: { code, row, why } }) => (why ? [{ at: `figure:${code}/${row}`, why }] : []))
  return made.quality(
    service,
    asked.filter(({ figure }) => figure.why === null),
    left,
  )
}

/** Both counts of these offices as inputs; offices without counts of their own are left out and named. */
function countsOf(c: SpmRegion, offices: string[], code: 'spm.recipients' | 'spm.qualityRow', row: RowId) {
  const inputs: Input[] = []
  const left: Derivation['left'] = []
  for (const office of offices) {
    const figure = c.counted(office, code, row)
    if (!figure) continue
    const at = placeOf(office, code, row)
    if (figure.why) left.push({ at, why: figure.why })
    else for (const name of ['numerator', 'denominator'] as const) inputs.push({ name, at, value: figure[name] })
  }
  return { inputs, left }
}

function topOf(groups: Group[], id: string): string {
  const parent = groups.find(group => group.id === id)?.parent
  return parent === undefined ? id : topOf(groups, parent)
}
