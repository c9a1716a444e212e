import { Link } from 'react-router'
import { paths } from '#ui/paths.ts'
import styles from './OfficeBranches.module.css'
import { OfficeTags } from './OfficeTags.tsx'
import type { Branch } from './officeTree.ts'

/** Offices as nested lists. */
export function OfficeBranches({ branches }: { branches: readonly Branch[] }) {
  return (
    <ul className={styles.list}>
      {branches.map(({ office, below }) => (
        <li key={office.id}>
          <div className={styles.line}>
            <Link to={paths.admin(`perangkat-daerah/${office.id}`)}>{office.name}</Link>
            {office.shortName && office.shortName !== office.name && <small>{office.shortName}</small>}
            <OfficeTags office={office} />
          </div>
          {below.length > 0 && <OfficeBranches branches={below} />}
        </li>
      ))}
    </ul>
  )
}
