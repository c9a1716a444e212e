import { useQuery } from '@tanstack/react-query'
import { reportName } from '#submissions/reportName.ts'
import { useDates } from '#sync/session/me.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { StatusTag } from '#ui/StatusTag.tsx'
import styles from './Home.module.css'
import { reopenRequestsQuery } from './queries.ts'

/** Offices that request a reopening; nothing where none does. */
export function ReopenWork() {
  const dates = useDates()
  const { data } = useQuery(reopenRequestsQuery)
  if (!data || data.items.length === 0) return null
  return (
    <Part title="Diminta dibuka kembali" note="Perangkat daerah menunggu jawaban Anda.">
      <ul className={styles.issues}>
        {data.items.map((line, at) => {
          const name = `${reportName(line)}, ${line.office.name}`
          return (
            <li key={line.id}>
              <span>
                <strong>{name}</strong> <StatusTag status={line.reportStatus} />
                <br />
                {line.by.name}, {dates.ago(line.at)}: “{line.reason}”
                {line.changes > 0 && ` ${line.changes} isian dilampirkan.`}
              </span>
              <LinkButton
                small
                kind={at === 0 ? 'primary' : 'quiet'}
                to={paths.review(line.submission)}
                aria-label={`Tinjau: ${name}`}
              >
                Tinjau
              </LinkButton>
            </li>
          )
        })}
      </ul>
    </Part>
  )
}
