import { lazy, type ReactNode, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { useMe } from '../../lib/me.tsx'
import { NoRightPage, NotFoundPage } from '../../ui/PageProblem.tsx'
import { PageSkeleton } from '../../ui/PageSkeleton.tsx'
import { AdminNav } from './AdminNav.tsx'
import styles from './AdminRoutes.module.css'
import { adminPages, mayUse } from './adminPages.ts'

const LandingPage = lazy(() => import('./landing/LandingPage.tsx'))
const PeopleRoutes = lazy(() => import('./people/PeopleRoutes.tsx'))
const OfficeRoutes = lazy(() => import('./offices/OfficeRoutes.tsx'))
const PlanRoutes = lazy(() => import('./plan/PlanRoutes.tsx'))
const AnnouncementsPage = lazy(() => import('./announcements/AnnouncementsPage.tsx'))
const ArchivePage = lazy(() => import('./archive/ArchivePage.tsx'))
const CatalogueRoutes = lazy(() => import('./catalogue/CatalogueRoutes.tsx'))
const NomenclaturePage = lazy(() => import('./nomenclature/NomenclaturePage.tsx'))
const RuleSetRoutes = lazy(() => import('./rules/RuleSetRoutes.tsx'))
const KeyRoutes = lazy(() => import('./keys/KeyRoutes.tsx'))
const SecondingsPage = lazy(() => import('./secondings/SecondingsPage.tsx'))
const SettingsPage = lazy(() => import('./settings/SettingsPage.tsx'))

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
