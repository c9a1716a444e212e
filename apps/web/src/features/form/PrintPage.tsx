import { PageHead } from '../../ui/PageHead.tsx'

export default function PrintPage() {
  return <PageHead title="Cetak" />
}
