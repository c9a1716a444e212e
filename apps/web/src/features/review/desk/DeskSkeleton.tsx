import { PageSkeleton } from '../../../ui/PageSkeleton.tsx'

export const DeskSkeleton = () => <PageSkeleton title="Laporan" rows={8} label="Memuat laporan…" />
