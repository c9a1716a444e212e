import { PageHead } from '../../ui/PageHead.tsx'

export default function QueuePage() {
  return <PageHead title="Periksa" />
}
