import { parsePeriod } from '../../periods/period.ts'
import type { Figure, Input, NotComputable, RowId } from '../../types.ts'
import { countedByRule } from './countedByRule.ts'
import { followsInYear, type SpmContext } from './spmContext.ts'

const legal = 'Permendagri 59/2021'

/** The index of TW I–III is that of the year so far, against the target of the whole year. */
const basisOf = (c: SpmContext): Figure['basis'] => (parsePeriod(c.scope.period).quarter === 4 ? null : 'year-to-date')

export function compute(c: SpmContext): void {
  const basis = basisOf(c)
  const indices = c.rows('recipients').map(row => {
    own(c, row)
    const recipients = recipientsOf(c, row, basis)
    const quality = qualityOf(c, row, basis)
    return c.figure({
      code: 'spm.index',
      row,
      formula: 'weighted.1',
      inputs: [
        c.of('penerima layanan', recipients, { weight: c.rules.spm.weights.recipients }),
        c.of('mutu minimal', quality, { weight: c.rules.spm.weights.quality }),
      ],
      band: c.rules.spm.scale,
      basis,
      legal,
    })
  })
  c.figure({
    code: 'spm.officeIndex',
    formula: 'mean.1',
    ...countedByRule(
      indices.map(index => c.of(index.row, index)),
      c.rules.spm.nil,
    ),
    band: c.rules.spm.scale,
    basis,
  })
}

/** This quarter's own part: what was served so far less what was served by the end of the quarter before. */
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

/** Where nobody had to be served by then, none was. */
function servedBefore(c: SpmContext, row: RowId): Input {
  const before = c.input('terlayani s.d. triwulan lalu', `/recipients/${row}/served`, { from: 'previous' })
  return before.state === 'nil' ? { ...before, value: '0' } : before
}

const recipientsOf = (c: SpmContext, row: RowId, basis: Figure['basis']): Figure =>
  c.figure({
    code: 'spm.recipients',
    row,
    formula: 'ratio.1',
    inputs: [c.input('numerator', `/recipients/${row}/served`), c.input('denominator', `/recipients/${row}/due`)],
    cap: c.rules.spm.caps.recipients,
    basis,
    legal,
  })

/** The rows of a service to one percentage, by the choice of the rule set; rows declared nil or not applicable are left out. */
function qualityOf(c: SpmContext, service: RowId, basis: Figure['basis']): Figure {
  const { quality, caps } = c.rules.spm
  const counted: { row: RowId; figure: Figure }[] = []
  const left: { at: string; why: NotComputable }[] = []
  for (const row of c.rows('quality', service)) {
    const figure = qualityRow(c, row, basis)
    const state = c.state('quality', row)
    if (state) left.push({ at: `/quality/${row}/state`, why: state })
    else counted.push({ row, figure })
  }
  const pooled = quality === 'pooled'
  return c.figure({
    code: 'spm.quality',
    row: service,
    formula: pooled ? 'ratio.1' : quality === 'mean' ? 'mean.1' : 'group-mean.1',
    inputs: pooled
      ? counted.flatMap(({ row }) => rowInputs(c, row, row))
      : counted.map(({ row, figure }) => c.of(row, figure, { group: c.catalogue(row)?.attrs?.component })),
    params: pooled && caps.qualityRow !== null ? { capEach: caps.qualityRow } : {},
    left,
    cap: caps.quality,
    basis,
    legal,
  })
}

const qualityRow = (c: SpmContext, row: RowId, basis: Figure['basis']): Figure =>
  c.figure({
    code: 'spm.qualityRow',
    row,
    formula: 'ratio.1',
    inputs: rowInputs(c, row),
    cap: c.rules.spm.caps.qualityRow,
    basis,
    legal,
  })

const rowInputs = (c: SpmContext, row: RowId, group?: RowId): Input[] => [
  c.input('numerator', `/quality/${row}/met`, { group }),
  c.input('denominator', `/quality/${row}/required`, { group }),
]
