import { PageHead } from '../../ui/PageHead.tsx'

export default function AdminRoutes() {
  return <PageHead title="Pengelolaan" />
}
