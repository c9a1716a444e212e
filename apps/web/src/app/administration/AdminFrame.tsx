import { Suspense } from 'react'
import { Outlet } from 'react-router'
import { NoRightPage } from '#sync/problems/PageProblem.tsx'
import { useMe } from '#sync/session/me.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import styles from './AdminFrame.module.css'
import { AdminNav } from './AdminNav.tsx'

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
