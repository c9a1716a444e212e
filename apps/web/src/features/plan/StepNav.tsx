import { reportTypeOf } from '@sepakat/rules/reportTypes.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useMyTypes } from '#administration/reportTypes.ts'
import { formsQuery } from '#submissions/sharedQueries.ts'
import { Icon } from '#ui/icons/Icon.tsx'
import { paths } from '#ui/paths.ts'
import {
  assignmentsState,
  obligationsState,
  periodsState,
  type StepId,
  type StepState,
  steps,
  wavesState,
} from './planSteps.ts'
import { assignmentCountQuery, periodsQuery, previewQuery, wavesQuery } from './queries.ts'
import styles from './StepNav.module.css'

/** The state of the four steps of a year; absent while not read yet. */
function usePlanSteps(year: number): Partial<Record<StepId, StepState>> {
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

/** The four steps of a year with their state. */
export function StepNav({ year, current, wide }: { year: number; current?: StepId; wide?: boolean }) {
  const states = usePlanSteps(year)
  return (
    <nav aria-label={`Langkah tahun ${year}`}>
      <ol className={wide ? styles.wide : styles.steps}>
        {steps.map((step, n) => (
          <li key={step.id}>
            <Link
              to={paths.admin(`tahun/${year}/${step.id}`)}
              className={styles.step}
              aria-current={step.id === current ? 'step' : undefined}
            >
              <span className={styles.title}>
                {n + 1}. {step.title}
              </span>
              {wide && <span className={styles.about}>{step.about}</span>}
              <State state={states[step.id]} />
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function State({ state }: { state: StepState | undefined }) {
  if (!state) return <span className={styles.state}>Memeriksa…</span>
  return (
    <span className={state.done ? styles.done : styles.open}>
      <Icon name={state.done ? 'check-circle' : 'alert'} size={16} />
      {state.words}
    </span>
  )
}
