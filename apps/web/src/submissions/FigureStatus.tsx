import type { Coverage, CoverageStanding } from '@sepakat/rules'
import { count } from '#ui/numbers.ts'
import { Tag } from '#ui/Tag.tsx'

interface FigureStatusProps {
  of: CoverageStanding
  /** Coverage, where the figure is of more than one report. */
  coverage?: Coverage
}

/** Whether a figure is of everything approved, of what was only submitted, or of a part of what is owed. */
export function FigureStatus({ of, coverage }: FigureStatusProps) {
  if (of === 'final')
    return (
      <Tag tone="good" icon="check-circle">
        Final
      </Tag>
    )
  if (of === 'incomplete')
    return (
      <Tag tone="warn" icon="alert">
        {coverage ? `Belum lengkap, ${count(coverage.reported)} dari ${count(coverage.owed)}` : 'Belum lengkap'}
      </Tag>
    )
  return (
    <Tag tone="info" icon="clock">
      Sementara
    </Tag>
  )
}
