import { reportTypeOf } from '@sepakat/rules/reportTypes.ts'
import { useQuery } from '@tanstack/react-query'
import { useMyTypes } from '#administration/reportTypes.ts'
import { formsQuery } from '#submissions/sharedQueries.ts'
import {
  assignmentsState,
  obligationsState,
  periodsState,
  type StepId,
  type StepState,
  wavesState,
} from './planSteps.ts'
import { assignmentCountQuery, periodsQuery, previewQuery, wavesQuery } from './queries.ts'

/** The state of the four steps of a year; absent while not read yet. */
export function usePlanSteps(year: number): Partial<Record<StepId, StepState>> {
  const types = useMyTypes()
  const forms = useQuery(formsQuery)
  const periods = useQuery(periodsQuery)
  const unowned = useQuery(assignmentCountQuery(year, 'unowned', types))
  const double = useQuery(assignmentCountQuery(year, 'double', types))
  const waves = useQuery(wavesQuery)
  const preview = useQuery(previewQuery(year))
  const ofTypes = <T extends { form: string }>(all: readonly T[]) =>
    all.filter(one => types.includes(reportTypeOf(one.form)))
  return {
    ...(forms.data &&
      periods.data && { periode: periodsState(ofTypes(forms.data.items), ofTypes(periods.data.items), year) }),
    ...(unowned.data && double.data && { penugasan: assignmentsState(unowned.data, double.data) }),
    ...(waves.data && preview.data && { gelombang: wavesState(waves.data.items, year, preview.data.outside.length) }),
    ...(preview.data && { kewajiban: obligationsState(preview.data) }),
  }
}
