import { parsePeriod } from '@sepakat/rules/periods/period.ts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import styles from '#administration/Admin.module.css'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { useDates } from '#sync/session/me.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { SelectField } from '#ui/SelectField.tsx'
import { type StepId, steps } from './planSteps.ts'
import { periodsQuery } from './queries.ts'
import { StepNav } from './StepNav.tsx'

/** One step of a year: its place among the four, and a link to the next. */
export function YearFrame({
  year,
  step,
  intro,
  actions,
  children,
}: {
  year: number
  step: StepId
  intro: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  const at = steps.findIndex(one => one.id === step)
  const next = steps[at + 1]
  const title = steps[at]?.title ?? ''
  return (
    <>
      <PageHead
        title={`${title} ${year}`}
        crumbs={adminCrumbs(['tahun', { label: String(year), to: paths.admin(`tahun/${year}`) }], title)}
        intro={intro}
        actions={<YearSelect year={year} step={step} />}
      />
      <StepNav year={year} current={step} />
      <Parts>
        {actions && <div className={styles.buttons}>{actions}</div>}
        {children}
        {next && (
          <p>
            <LinkButton to={paths.admin(`tahun/${year}/${next.id}`)} icon="chevron-right">
              Langkah berikutnya: {next.title}
            </LinkButton>
          </p>
        )}
      </Parts>
    </>
  )
}

/** Switches the page to another year: those with periods, and from last year to the next. */
export function YearSelect({ year, step }: { year: number; step?: StepId }) {
  const navigate = useNavigate()
  const thisYear = useDates().year()
  const periods = useQuery(periodsQuery)
  const years = new Set([thisYear + 1, thisYear, thisYear - 1, year])
  for (const { key } of periods.data?.items ?? []) years.add(parsePeriod(key).year)
  return (
    <SelectField
      label="Tahun"
      value={String(year)}
      onChange={to => navigate(paths.admin(`tahun/${to}${step ? `/${step}` : ''}`))}
      options={[...years].sort((a, b) => b - a).map(one => ({ value: String(one), label: String(one) }))}
    />
  )
}
