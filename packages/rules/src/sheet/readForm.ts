import type { FrozenSection } from '../form/frozenSections.ts'
import { groupBy } from '../grouping/groupBy.ts'
import { type FormNames, type FrozenWords, formNames, type StepsAt } from '../names/formNames.ts'
import type { SourceStatuses } from '../names/valueBefore.ts'
import type { Figure } from '../types/Figure.ts'
import type { Kind } from '../types/Kind.ts'
import type { PeriodKey, RowId } from '../types/Pointer.ts'
import type { Scope } from '../types/Scope.ts'
import { withFigures } from './withFigures.ts'

/** A frozen form with what its readers need: its words, its figures by row, the status of what it read. */
export interface ReadForm {
  kind: Kind
  names: FormNames
  period: PeriodKey
  sources: SourceStatuses
  figures: readonly Figure[]
  /** Under '' those of the whole, under a group's id those of the group. */
  figuresOf: (row: RowId) => readonly Figure[]
}

export function readForm(
  body: {
    sections: FrozenSection[]
    figures: readonly Figure[]
    sources: SourceStatuses
    words?: FrozenWords | undefined
  },
  kind: Kind,
  scope: Scope,
  stepsAt?: StepsAt,
): ReadForm {
  const byRow = groupBy(body.figures, figure => figure.row)
  return {
    kind,
    names: withFigures(formNames(body.sections, kind, scope, stepsAt, body.words), kind, () => body.figures),
    period: scope.period,
    sources: body.sources,
    figures: body.figures,
    figuresOf: row => byRow.get(row) ?? [],
  }
}
