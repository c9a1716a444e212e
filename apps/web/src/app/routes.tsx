import type { Permission } from '@sepakat/rules'
import { lazy, type ReactNode } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { NoRightPage, NotFoundPage } from '#sync/problems/PageProblem.tsx'
import { useDates, useMe } from '#sync/session/me.tsx'
import { paths } from '#ui/paths.ts'
import { managing } from './navigation.ts'
import { Page } from './Page.tsx'
import { type AppPage, type PageName, pageNames, pages } from './pages.ts'

const AdminFrame = lazy(() => import('./administration/AdminFrame.tsx'))
const isAdmin = (name: PageName): boolean => pages[name].path.startsWith(paths.admin())

/** Every page of the application (pages.ts), those of administration in a frame of their own. */
export function AppRoutes() {
  return (
    <Routes>
      {pageNames.filter(name => !isAdmin(name)).map(route)}
      <Route
        path={paths.admin()}
        element={
          <May any={managing}>
            <AdminFrame />
          </May>
        }
      >
        <Route path="tahun" element={<ThisYear />} />
        {pageNames.filter(isAdmin).map(route)}
        <Route path="*" element={<NotFoundPage />} />
      </Route>
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}

function route(name: PageName) {
  const { path, needs, files }: AppPage = pages[name]
  return (
    <Route
      key={name}
      path={path}
      element={
        <May any={needs}>
          <Page key={name} of={files} />
        </May>
      }
    />
  )
}

const ThisYear = () => <Navigate to={paths.admin(`tahun/${useDates().year()}`)} replace />

/** Hides pages that the API would refuse. */
function May({ any, children }: { any: readonly Permission[] | undefined; children: ReactNode }) {
  const { permissions } = useMe()
  return !any || any.some(permission => permissions.includes(permission)) ? children : <NoRightPage />
}
