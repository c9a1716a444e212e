import type { CountedFigure } from '@sepakat/rules'
import { Tag } from '../../ui/Tag.tsx'

/** Whether a figure is of what was approved, or only of what was handed in. */
export function Standing({ of }: { of: CountedFigure['standing'] }) {
  return of === 'final' ? (
    <Tag tone="good" icon="check-circle">
      Final
    </Tag>
  ) : (
    <Tag tone="info" icon="clock">
      Sementara
    </Tag>
  )
}
