import { Route, Routes } from 'react-router'
import { NotFoundPage } from '#sync/problems/PageProblem.tsx'
import { GrantPostPage } from './GrantPostPage.tsx'
import { ImportPeoplePage } from './ImportPeoplePage.tsx'
import { NewPersonPage } from './NewPersonPage.tsx'
import { PeoplePage } from './PeoplePage.tsx'
import { PersonPage } from './PersonPage.tsx'

export default function PeopleRoutes() {
  return (
    <Routes>
      <Route index element={<PeoplePage />} />
      <Route path="baru" element={<NewPersonPage />} />
      <Route path="impor" element={<ImportPeoplePage />} />
      <Route path=":id" element={<PersonPage />} />
      <Route path=":id/jabatan" element={<GrantPostPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}
