import { useQuery } from '@tanstack/react-query'
import { formsQuery } from '../../../lib/sharedQueries.ts'
import {
  assignmentsState,
  obligationsState,
  periodsState,
  type StepId,
  type StepState,
  wavesState,
} from './planSteps.ts'
import { assignmentCountQuery, periodsQuery, previewQuery, wavesQuery } from './queries.ts'

/** How the four steps of a year stand; what has not been read yet is absent. */
export function usePlanSteps(year: number): Partial<Record<StepId, StepState>> {
  const forms = useQuery(formsQuery)
  const periods = useQuery(periodsQuery)
  const unowned = useQuery(assignmentCountQuery(year, 'unowned'))
  const double = useQuery(assignmentCountQuery(year, 'double'))
  const waves = useQuery(wavesQuery)
  const preview = useQuery(previewQuery(year))
  return {
    ...(forms.data && periods.data && { periode: periodsState(forms.data.items, periods.data.items, year) }),
    ...(unowned.data && double.data && { penugasan: assignmentsState(unowned.data, double.data) }),
    ...(waves.data && { gelombang: wavesState(waves.data.items, year) }),
    ...(preview.data && { kewajiban: obligationsState(preview.data) }),
  }
}
