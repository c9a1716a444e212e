import type { LeaderSummary } from '@sepakat/rules'
import { Link } from 'react-router'
import { leadsToPath } from '#submissions/leadsToPath.ts'
import { count } from '#ui/numbers.ts'
import { Part } from '#ui/Part.tsx'
import styles from './Leader.module.css'

/** The offices furthest behind, by a measure that is said. */
export function BehindOffices({ behind: { measure, offices, more } }: { behind: LeaderSummary['behind'] }) {
  return (
    <Part title="Perangkat daerah yang paling tertinggal">
      <p className={styles.quiet}>{measure}</p>
      {offices.length === 0 ? (
        <p>Tidak ada laporan yang lewat batas waktu dan belum dikirim.</p>
      ) : (
        <ol className={styles.behind}>
          {offices.map(({ office, late, owed, days, to }) => (
            <li key={office.id} className={styles.sentence}>
              <p className={styles.text}>
                <Link to={leadsToPath(to)}>{office.name}</Link>
              </p>
              <p>
                <strong className={styles.figure}>{count(late)}</strong> dari {count(owed)} laporan, yang terlama{' '}
                {days === 0 ? 'sejak hari ini' : `${count(days)} hari`}
              </p>
            </li>
          ))}
        </ol>
      )}
      {more > 0 && <p className={styles.quiet}>dan {count(more)} perangkat daerah lain yang sama</p>}
    </Part>
  )
}
