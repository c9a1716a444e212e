import { PageHead } from '../../ui/PageHead.tsx'

export default function FormPage() {
  return <PageHead title="Formulir" />
}
