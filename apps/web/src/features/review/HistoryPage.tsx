import { PageHead } from '../../ui/PageHead.tsx'

export default function HistoryPage() {
  return <PageHead title="Riwayat" />
}
