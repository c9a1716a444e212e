import { NavLink } from 'react-router'
import { adminPages, mayUse } from '#administration/adminPages.ts'
import { useMe } from '#sync/session/me.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import { paths } from '#ui/paths.ts'
import styles from './AdminNav.module.css'

/** The sections of administration beside the page on wide screens; on small ones the first page lists them. */
export function AdminNav() {
  const { permissions } = useMe()
  const shown = adminPages.filter(page => mayUse(page, permissions))
  return (
    <nav aria-label="Bagian pengelolaan" className={styles.nav}>
      <ul className={styles.list}>
        <li>
          <NavLink to={paths.admin()} end className={styles.link}>
            <Icon name="home" />
            Yang perlu diurus
          </NavLink>
        </li>
        {shown.map(page => (
          <li key={page.path}>
            <NavLink to={paths.admin(page.path)} className={styles.link}>
              <Icon name={page.icon} />
              {page.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
