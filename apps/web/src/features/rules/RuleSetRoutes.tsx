import { Route, Routes } from 'react-router'
import { NotFoundPage } from '#sync/problems/PageProblem.tsx'
import { ProposePage } from './ProposePage.tsx'
import { RuleSetPage } from './RuleSetPage.tsx'
import { RuleSetsPage } from './RuleSetsPage.tsx'

export default function RuleSetRoutes() {
  return (
    <Routes>
      <Route index element={<RuleSetsPage />} />
      <Route path="usulan" element={<ProposePage />} />
      <Route path=":id" element={<RuleSetPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}
