import { PageSkeleton } from '#ui/PageSkeleton.tsx'

export const ReviewSkeleton = () => <PageSkeleton title="Laporan" rows={8} label="Memuat laporan…" />
