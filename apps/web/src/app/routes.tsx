import type { Permission } from '@sepakat/rules'
import { lazy, type ReactNode } from 'react'
import { Route, Routes } from 'react-router'
import { NoRightPage, NotFoundPage } from '#sync/problems/PageProblem.tsx'
import { useMe } from '#sync/session/me.tsx'
import { form, home } from './firstPages.ts'
import { managing } from './navigation.ts'
import { Page } from './Page.tsx'

const ReportsPage = lazy(() => import('#features/reports/ReportsPage.tsx'))
const OverviewPage = lazy(() => import('#features/overview/OverviewPage.tsx'))
const AccountPage = lazy(() => import('#features/account/AccountPage.tsx'))
const PrintPage = lazy(() => import('#features/form/PrintPage.tsx'))
const UnsentPage = lazy(() => import('#features/form/UnsentPage.tsx'))
const HistoryPage = lazy(() => import('#features/review/HistoryPage.tsx'))
const QueuePage = lazy(() => import('#features/review/QueuePage.tsx'))
const ReviewPage = lazy(() => import('#features/review/ReviewPage.tsx'))
const SystemPage = lazy(() => import('#features/system/SystemPage.tsx'))
const AdminRoutes = lazy(() => import('./administration/AdminRoutes.tsx'))

/** Every page of the application; each is a chunk of its own. */
export function AppRoutes() {
  return (
    <Routes>
      <Route index element={<Page of={home} />} />
      <Route
        path="laporan"
        element={
          <May any={['submission.read']}>
            <ReportsPage />
          </May>
        }
      />
      <Route
        path="laporan/:id"
        element={
          <May any={['submission.read']}>
            <Page of={form} />
          </May>
        }
      />
      <Route
        path="laporan/:id/cetak"
        element={
          <May any={['submission.read']}>
            <PrintPage />
          </May>
        }
      />
      <Route
        path="laporan/:id/riwayat"
        element={
          <May any={['submission.read']}>
            <HistoryPage />
          </May>
        }
      />
      <Route
        path="periksa"
        element={
          <May any={['submission.review']}>
            <QueuePage />
          </May>
        }
      />
      <Route
        path="periksa/:id"
        element={
          <May any={['submission.read']}>
            <ReviewPage />
          </May>
        }
      />
      <Route
        path="ringkasan"
        element={
          <May any={['figure.read']}>
            <OverviewPage />
          </May>
        }
      />
      <Route
        path="pengelolaan/*"
        element={
          <May any={managing}>
            <AdminRoutes />
          </May>
        }
      />
      <Route path="belum-terkirim" element={<UnsentPage />} />
      <Route path="akun" element={<AccountPage />} />
      <Route path="keadaan" element={<SystemPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}

/** Hides pages that the API would refuse. */
function May({ any, children }: { any: readonly Permission[]; children: ReactNode }) {
  const { permissions } = useMe()
  return any.some(permission => permissions.includes(permission)) ? children : <NoRightPage />
}
