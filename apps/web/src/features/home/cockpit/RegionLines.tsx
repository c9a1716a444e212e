import { Link } from 'react-router'
import { useDates } from '#sync/session/me.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import styles from './Cockpit.module.css'
import type { RegionWork } from './useRegionWork.ts'

/** What waits and is of no office: for what, since when, and by whom it was sent. */
export function RegionLines({ lines }: { lines: readonly RegionWork[] }) {
  const dates = useDates()
  return (
    <ul className={styles.list} aria-label="Menunggu kita: pekerjaan kabupaten">
      {lines.map(({ id, name, to, state, since, by }) => (
        <li key={id} data-cockpit={id} className={styles.line}>
          <span className={styles.name}>
            <Link to={to} data-line={id} className={styles.report}>
              {name}
            </Link>
          </span>
          <span className={styles.why}>
            {state} sejak {dates.ago(since)}
          </span>
          <span className={styles.people}>Diajukan {by}</span>
          <span className={styles.acts}>
            <LinkButton small to={to} aria-label={`Buka: ${name}`}>
              Buka
            </LinkButton>
          </span>
        </li>
      ))}
    </ul>
  )
}
