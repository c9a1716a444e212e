import { Route, Routes } from 'react-router'
import { NotFoundPage } from '#sync/problems/PageProblem.tsx'
import { KeysPage } from './KeysPage.tsx'
import { NewKeyPage } from './NewKeyPage.tsx'

export default function KeyRoutes() {
  return (
    <Routes>
      <Route index element={<KeysPage />} />
      <Route path="baru" element={<NewKeyPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}
