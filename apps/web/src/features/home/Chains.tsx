import { useQueries } from '@tanstack/react-query'
import { Link } from 'react-router'
import { asCreatedHere } from '#submissions/reportAction.ts'
import { shortPeriod } from '#submissions/shortPeriod.ts'
import type { ReportLine } from '#sync/apiTypes.ts'
import { useCreatedHere } from '#sync/cache/createdHere.ts'
import { useDates, useMe } from '#sync/session/me.tsx'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { StatusTag } from '#ui/StatusTag.tsx'
import styles from './Chains.module.css'
import { type Chain, chainsOf } from './chainsOf.ts'
import { yearQuery } from './queries.ts'

/** More than these show only their next step until they are expanded. */
const openAtOnce = 2

/** Which report comes after which, their states, and the one next step. `worked`: those whose years are of interest. */
export function Chains({ lines, worked }: { lines: readonly ReportLine[]; worked: readonly ReportLine[] }) {
  const dates = useDates()
  const here = useCreatedHere(useMe().person.id)
  const years = [...new Set(worked.map(({ period }) => Number(period.slice(0, 4))))].sort().slice(-2)
  const approved = useQueries({ queries: years.map(yearQuery) }).flatMap(({ data }) => data ?? [])
  const known = new Map([...approved, ...lines].map(line => [`${line.obligation}`, asCreatedHere(line, here)]))
  const own = [...known.values()].filter(({ period }) => years.includes(Number(period.slice(0, 4))))
  const chains = chainsOf(own, dates.now())
  const several = new Set(chains.map(({ office }) => office.id)).size > 1
  if (chains.length === 0) return null
  return (
    <Part title="Urutan laporan" note="Setiap laporan memakai isian laporan sebelumnya.">
      <div className={styles.chains}>
        {chains.map(chain => (
          <details key={chain.id} open={chains.length <= openAtOnce}>
            <summary className={styles.summary}>
              <strong>
                {chain.title}
                {several && `, ${chain.office.name}`}
              </strong>{' '}
              {chain.next ? `berikutnya: ${stepName(chain.next)}` : 'tidak ada yang dapat Anda kerjakan sekarang'}
            </summary>
            <Steps chain={chain} />
          </details>
        ))}
      </div>
    </Part>
  )
}

/** `Pengukuran kinerja, TW II`. */
const stepName = ({ title, period }: ReportLine): string =>
  period.includes('-TW') ? `${title}, ${shortPeriod(period, period)}` : title

function Steps({ chain: { steps, next, title } }: { chain: Chain }) {
  return (
    <ol className={styles.steps} aria-label={`Urutan ${title}`}>
      {steps.map(step => (
        <li
          key={`${step.form} ${step.period}`}
          className={styles.step}
          aria-current={step === next ? 'step' : undefined}
        >
          <StepLink step={step} isNext={step === next} />
          <StatusTag status={step.status} />
        </li>
      ))}
    </ol>
  )
}

function StepLink({ step, isNext }: { step: ReportLine; isNext: boolean }) {
  const name = stepName(step)
  if (step.submission) return <Link to={paths.form(step.submission)}>{name}</Link>
  if (isNext && step.obligation) return <Link to={paths.home({ report: step.obligation })}>{name}</Link>
  return <span>{name}</span>
}
