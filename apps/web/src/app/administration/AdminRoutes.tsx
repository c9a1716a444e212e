import { lazy, type ReactNode, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { adminPages, mayUse } from '#administration/adminPages.ts'
import { NoRightPage, NotFoundPage } from '#sync/problems/PageProblem.tsx'
import { useMe } from '#sync/session/me.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { AdminNav } from './AdminNav.tsx'
import styles from './AdminRoutes.module.css'

const LandingPage = lazy(() => import('./LandingPage.tsx'))
const PeopleRoutes = lazy(() => import('#features/people/PeopleRoutes.tsx'))
const OfficeRoutes = lazy(() => import('#features/offices/OfficeRoutes.tsx'))
const PlanRoutes = lazy(() => import('#features/plan/PlanRoutes.tsx'))
const AnnouncementsPage = lazy(() => import('#features/announcements/AnnouncementsPage.tsx'))
const ArchivePage = lazy(() => import('#features/archive/ArchivePage.tsx'))
const CatalogueRoutes = lazy(() => import('#features/catalogue/CatalogueRoutes.tsx'))
const NomenclaturePage = lazy(() => import('#features/nomenclature/NomenclaturePage.tsx'))
const RuleSetRoutes = lazy(() => import('#features/rules/RuleSetRoutes.tsx'))
const KeyRoutes = lazy(() => import('#features/keys/KeyRoutes.tsx'))
const SecondingsPage = lazy(() => import('#features/secondings/SecondingsPage.tsx'))
const SettingsPage = lazy(() => import('#features/settings/SettingsPage.tsx'))

/** Everything under /pengelolaan; each section is a chunk of its own and requires its own permission. */
export default function AdminRoutes() {
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
          <Routes>
            <Route index element={<LandingPage />} />
            <Route path="orang/*" element={<Allowed path="orang" page={<PeopleRoutes />} />} />
            <Route path="perangkat-daerah/*" element={<Allowed path="perangkat-daerah" page={<OfficeRoutes />} />} />
            <Route path="tahun/*" element={<Allowed path="tahun" page={<PlanRoutes />} />} />
            <Route path="pengumuman" element={<Allowed path="pengumuman" page={<AnnouncementsPage />} />} />
            <Route path="nilai-sebelumnya" element={<Allowed path="nilai-sebelumnya" page={<ArchivePage />} />} />
            <Route path="katalog/*" element={<Allowed path="katalog" page={<CatalogueRoutes />} />} />
            <Route path="nomenklatur" element={<Allowed path="nomenklatur" page={<NomenclaturePage />} />} />
            <Route path="paket-aturan/*" element={<Allowed path="paket-aturan" page={<RuleSetRoutes />} />} />
            <Route path="kunci-api/*" element={<Allowed path="kunci-api" page={<KeyRoutes />} />} />
            <Route path="persetujuan-kedua" element={<Allowed path="persetujuan-kedua" page={<SecondingsPage />} />} />
            <Route path="pengaturan" element={<Allowed path="pengaturan" page={<SettingsPage />} />} />
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </div>
    </div>
  )
}

function Allowed({ path, page }: { path: string; page: ReactNode }) {
  const { permissions } = useMe()
  const part = adminPages.find(one => one.path === path)
  return part && mayUse(part, permissions) ? page : <NoRightPage />
}
