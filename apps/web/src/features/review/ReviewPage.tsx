import { PageHead } from '../../ui/PageHead.tsx'

export default function ReviewPage() {
  return <PageHead title="Periksa" />
}
