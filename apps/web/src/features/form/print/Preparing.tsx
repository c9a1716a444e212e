import { PageSkeleton } from '#ui/PageSkeleton.tsx'

export const Preparing = () => <PageSkeleton title="Cetak laporan" label="Menyiapkan cetakan…" />
