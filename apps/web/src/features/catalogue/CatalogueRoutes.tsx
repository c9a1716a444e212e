import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { NotFoundPage } from '#sync/problems/PageProblem.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { CataloguePage } from './CataloguePage.tsx'
import { CataloguesPage } from './CataloguesPage.tsx'
import { CorrectionPage } from './CorrectionPage.tsx'
import { HoldOnPage } from './HoldOnPage.tsx'
import { RetirePage } from './RetirePage.tsx'
import { RowPage } from './RowPage.tsx'
import { UncomparedPage } from './UncomparedPage.tsx'
import { VerifyPage } from './VerifyPage.tsx'

// They load every kind of form.
const AddRowPage = lazy(() => import('./AddRowPage.tsx'))
const ProposalPage = lazy(() => import('./ProposalPage.tsx'))

export default function CatalogueRoutes() {
  return (
    <Routes>
      <Route index element={<CataloguesPage />} />
      <Route path="belum-dicocokkan" element={<UncomparedPage />} />
      <Route path=":type/:form" element={<CataloguePage />} />
      <Route path=":type/:form/verifikasi" element={<VerifyPage />} />
      <Route
        path=":type/:form/usulan"
        element={
          <Suspense fallback={<PageSkeleton title="Usulan dari rilis baru" label="Memuat usulan…" />}>
            <ProposalPage />
          </Suspense>
        }
      />
      <Route
        path=":type/:form/tambah"
        element={
          <Suspense fallback={<PageSkeleton title="Tambah baris" label="Memuat katalog…" />}>
            <AddRowPage />
          </Suspense>
        }
      />
      <Route path=":type/:form/teruskan" element={<HoldOnPage />} />
      <Route path=":type/:form/:row" element={<RowPage />} />
      <Route path=":type/:form/:row/akhiri" element={<RetirePage />} />
      <Route path=":type/:form/:row/perbaiki" element={<CorrectionPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}
