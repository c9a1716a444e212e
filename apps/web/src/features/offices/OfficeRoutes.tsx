import { Route, Routes } from 'react-router'
import { NotFoundPage } from '#sync/problems/PageProblem.tsx'
import { ChangeOfficePage } from './ChangeOfficePage.tsx'
import { NewOfficePage } from './NewOfficePage.tsx'
import { OfficePage } from './OfficePage.tsx'
import { OfficesPage } from './OfficesPage.tsx'
import { ReorganisePage } from './ReorganisePage.tsx'

export default function OfficeRoutes() {
  return (
    <Routes>
      <Route index element={<OfficesPage />} />
      <Route path="baru" element={<NewOfficePage />} />
      <Route path=":id" element={<OfficePage />} />
      <Route path=":id/ubah" element={<ChangeOfficePage />} />
      <Route path=":id/gabung" element={<ReorganisePage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}
