import { contributionLabels } from '@sepakat/rules/contributions/decideContribution.ts'
import type { ContributionLine } from '#sync/apiTypes.ts'
import { useDates } from '#sync/session/me.tsx'
import { cx } from '#ui/cx.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { paths } from '#ui/paths.ts'
import { Tag } from '#ui/Tag.tsx'
import styles from './ReportList.module.css'
import { reportName } from './reportName.ts'

const soonDays = 7

/** Parts of other offices' reports assigned to the current user. `lead`: the first to be filled in is the page's next step. */
export function ContributionList({ lines, lead = true }: { lines: readonly ContributionLine[]; lead?: boolean }) {
  const first = lead ? lines.find(({ status }) => status === 'given') : undefined
  return (
    <ul className={styles.list} aria-label="Sumbangan data">
      {lines.map(line => (
        <Line key={line.id} line={line} lead={line === first} />
      ))}
    </ul>
  )
}

function Line({ line, lead }: { line: ContributionLine; lead: boolean }) {
  const dates = useDates()
  const { office, submission, status, dueAt, note, practice } = line
  const asked = status === 'given'
  const past = asked && Date.parse(dueAt) < dates.now()
  const name = `Sumbangan data untuk ${reportName(line)}`
  return (
    <li className={styles.line}>
      <span className={styles.name}>
        <span className={styles.title}>{name}</span>
        <span className={styles.office}>{office.name}</span>
        {practice && <Tag>Latihan</Tag>}
      </span>
      <span className={styles.state}>
        <Tag tone={asked ? 'info' : 'good'}>{contributionLabels[status].toLowerCase()}</Tag>{' '}
        {asked && note && <small>{note}</small>}
      </span>
      <span
        className={cx(
          styles.due,
          past && styles.late,
          asked && !past && dates.daysUntil(dueAt) <= soonDays && styles.soon,
        )}
        title={dates.long(dueAt)}
      >
        {asked && dates.due(dueAt)} <small>{dates.shortDay(dates.dayOf(dueAt))}</small>
      </span>
      <span className={styles.action}>
        <LinkButton
          to={paths.form(submission)}
          kind={lead ? 'primary' : 'quiet'}
          small
          aria-label={`${asked ? 'Isi' : 'Lihat'}: ${name}, ${office.name}`}
        >
          {asked ? 'Isi' : 'Lihat'}
        </LinkButton>
      </span>
    </li>
  )
}
