import type { Derivation, Figure, Input } from '../../types/Figure.ts'
import type { PeriodKey, RowId } from '../../types/Pointer.ts'
import { basisOf, type SpmContext } from './spmContext.ts'

type Left = Derivation['left']
interface QualityRow {
  figure: Figure
  inputs: Input[]
  /** The group of the row where the rule set combines by groups. */
  component: string | undefined
}

export const legal = 'Permendagri 59/2021'

/** The figures of a service from their inputs, typed by an office or added up by the region. */
export function serviceFigures(c: Pick<SpmContext, 'rules' | 'of' | 'figure'>, period: PeriodKey) {
  const basis = basisOf(period)
  const { caps, quality: combine, weights, scale } = c.rules.spm
  const pooled = combine === 'pooled'
  return {
    recipients: (row: RowId, inputs: Input[], left: Left = []) =>
      c.figure({ code: 'spm.recipients', row, formula: 'ratio.1', inputs, left, cap: caps.recipients, basis, legal }),

    qualityRow: (row: RowId, inputs: Input[], left: Left = []) =>
      c.figure({ code: 'spm.qualityRow', row, formula: 'ratio.1', inputs, left, cap: caps.qualityRow, basis, legal }),

    /** The rows of a service combined to one percentage, by the choice of the rule set. */
    quality: (row: RowId, rows: QualityRow[], left: Left) =>
      c.figure({
        code: 'spm.quality',
        row,
        formula: pooled ? 'ratio.1' : combine === 'mean' ? 'mean.1' : 'group-mean.1',
        inputs: pooled
          ? rows.flatMap(({ figure, inputs }) => inputs.map(input => ({ ...input, group: figure.row })))
          : rows.map(({ figure, component }) => c.of(figure.row, figure, { group: component })),
        params: pooled && caps.qualityRow !== null ? { capEach: caps.qualityRow } : {},
        left,
        cap: caps.quality,
        basis,
        legal,
      }),

    index: (row: RowId, recipients: Figure, quality: Figure) =>
      c.figure({
        code: 'spm.index',
        row,
        formula: 'weighted.1',
        inputs: [
          c.of('penerima layanan', recipients, { weight: weights.recipients }),
          c.of('mutu minimal', quality, { weight: weights.quality }),
        ],
        band: scale,
        basis,
        legal,
      }),
  }
}
