import { Suspense } from 'react'
import { NavLink, Outlet } from 'react-router'
import { adminPages, mayUse } from '#administration/adminPages.ts'
import { NoRightPage } from '#sync/problems/PageProblem.tsx'
import { useMe } from '#sync/session/me.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { paths } from '#ui/paths.ts'
import styles from './AdminFrame.module.css'

/** The sections of administration beside the page on wide screens; on small ones the first page lists them. */
function AdminNav() {
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

/** Everything under /pengelolaan, beside its sections. */
export default function AdminFrame() {
  const { post } = useMe()
  if (!post?.region)
    return (
      <NoRightPage detail="Pengelolaan memerlukan jabatan untuk seluruh daerah. Ganti jabatan di bagian atas halaman." />
    )
  return (
    <div className={styles.admin}>
      <AdminNav />
      <div className={styles.page}>
        <Suspense fallback={<PageSkeleton title="Memuat halaman" label="Memuat halaman…" />}>
          <Outlet />
        </Suspense>
      </div>
    </div>
  )
}
