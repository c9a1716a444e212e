import { Link } from 'react-router'
import styles from '#administration/Admin.module.css'
import { reportName } from '#submissions/reportName.ts'
import { useMay } from '#sync/session/me.tsx'
import { paths } from '#ui/paths.ts'
import type { TrailLine } from './queries.ts'

/** The report of an event, as a link where there is one to open. */
export function TrailReport({ report }: { report: NonNullable<TrailLine['report']> }) {
  const reads = useMay('submission.read')
  const name = reportName(report)
  return report.begun && reads ? <Link to={paths.history(report.submission)}>{name}</Link> : name
}

export function TrailOffice({ office }: { office: NonNullable<TrailLine['office']> }) {
  const manages = useMay('office.manage')
  return manages ? <Link to={paths.admin(`perangkat-daerah/${office.id}`)}>{office.name}</Link> : office.name
}

export function TrailPerson({ person }: { person: NonNullable<TrailLine['person']> }) {
  const manages = useMay('person.manage')
  return manages ? <Link to={paths.admin(`orang/${person.id}`)}>{person.name}</Link> : person.name
}

/** What an event is about, in a table: the report and its office, else the office, else the person. */
export function TrailSubject({ line: { report, office, person } }: { line: TrailLine }) {
  if (report)
    return (
      <>
        <TrailReport report={report} />
        <span className={styles.small}>{(office ?? report.office).name}</span>
      </>
    )
  if (office) return <TrailOffice office={office} />
  return person ? <TrailPerson person={person} /> : null
}
