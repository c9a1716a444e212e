import { Link } from 'react-router'
import { Icon } from '#ui/icons/Icon.tsx'
import { paths } from '#ui/paths.ts'
import { type StepId, type StepState, steps } from './planSteps.ts'
import styles from './StepNav.module.css'
import { usePlanSteps } from './usePlanSteps.ts'

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
