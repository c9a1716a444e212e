import type { Figure, Input, NotComputable } from '../../types/Figure.ts'
import type { RowId } from '../../types/Pointer.ts'
import { countedByRule } from './countedByRule.ts'
import { serviceFigures } from './serviceFigures.ts'
import { basisOf, followsInYear, type SpmContext } from './spmContext.ts'

export function compute(c: SpmContext): void {
  const made = serviceFigures(c, c.scope.period)
  const indices = c.rows('recipients').map(row => {
    own(c, row)
    const inputs = countsOf(c, `/recipients/${row}/served`, `/recipients/${row}/due`)
    return made.index(row, made.recipients(row, inputs), qualityOf(c, made, row))
  })
  c.figure({
    code: 'spm.officeIndex',
    formula: 'mean.1',
    ...countedByRule(
      indices.map(index => c.of(index.row, index)),
      c.rules.spm.nil,
    ),
    band: c.rules.spm.scale,
    basis: basisOf(c.scope.period),
  })
}

const countsOf = (c: SpmContext, numerator: Place, denominator: Place): Input[] => [
  c.input('numerator', numerator),
  c.input('denominator', denominator),
]
type Place = Parameters<SpmContext['cell']>[0]

/** This quarter's own part: served so far less served by the end of the previous quarter. */
function own(c: SpmContext, row: RowId): void {
  const now = c.input('terlayani s.d. triwulan ini', `/recipients/${row}/served`)
  const later = followsInYear(c.scope.period)
  c.figure({
    code: 'spm.own',
    row,
    formula: later ? 'difference.1' : 'value.1',
    inputs: later ? [now, servedBefore(c, row)] : [now],
    unit: c.catalogue(row)?.unit ?? undefined,
  })
}

/** With no recipients by then, none was served. */
function servedBefore(c: SpmContext, row: RowId): Input {
  const before = c.input('terlayani s.d. triwulan lalu', `/recipients/${row}/served`, { from: 'previous' })
  return before.state === 'nil' ? { ...before, value: '0' } : before
}

/** The rows of a service, without those declared nil or not applicable. */
function qualityOf(c: SpmContext, made: ReturnType<typeof serviceFigures>, service: RowId): Figure {
  const left: { at: string; why: NotComputable }[] = []
  const counted = c.rows('quality', service).flatMap(row => {
    const inputs = countsOf(c, `/quality/${row}/met`, `/quality/${row}/required`)
    const figure = made.qualityRow(row, inputs)
    const state = c.state('quality', row)
    if (state === null) return { figure, inputs, component: c.catalogue(row)?.attrs?.component }
    left.push({ at: `/quality/${row}/state`, why: state })
    return []
  })
  return made.quality(service, counted, left)
}
