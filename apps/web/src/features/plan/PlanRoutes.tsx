import { Navigate, Route, Routes, useParams } from 'react-router'
import { NotFoundPage } from '#sync/problems/PageProblem.tsx'
import { useDates } from '#sync/session/me.tsx'
import { paths } from '#ui/paths.ts'
import { AssignmentsPage } from './AssignmentsPage.tsx'
import { ObligationsPage } from './ObligationsPage.tsx'
import { PeriodsPage } from './PeriodsPage.tsx'
import { WavePage } from './WavePage.tsx'
import { WavesPage } from './WavesPage.tsx'
import { YearPage } from './YearPage.tsx'

export default function PlanRoutes() {
  const thisYear = useDates().year()
  return (
    <Routes>
      <Route index element={<Navigate to={paths.admin(`tahun/${thisYear}`)} replace />} />
      <Route path=":year" element={<OfYear page={YearPage} />} />
      <Route path=":year/periode" element={<OfYear page={PeriodsPage} />} />
      <Route path=":year/penugasan" element={<OfYear page={AssignmentsPage} />} />
      <Route path=":year/gelombang" element={<OfYear page={WavesPage} />} />
      <Route path=":year/gelombang/:id" element={<OfYear page={WavePage} />} />
      <Route path=":year/kewajiban" element={<OfYear page={ObligationsPage} />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}

function OfYear({ page: Page }: { page: (props: { year: number }) => React.ReactNode }) {
  const year = Number(useParams().year)
  return Number.isInteger(year) && year >= 2015 && year <= 2100 ? <Page year={year} /> : <NotFoundPage />
}
