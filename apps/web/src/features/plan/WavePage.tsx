import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { officesQuery } from '#submissions/sharedQueries.ts'
import { NotFoundPage, PageProblem } from '#sync/problems/PageProblem.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { wavesQuery } from './queries.ts'
import { WaveForm } from './WaveForm.tsx'

/** One wave, or a new one (`/gelombang/baru`). */
export function WavePage({ year }: { year: number }) {
  const { id = '' } = useParams()
  const waves = useQuery(wavesQuery)
  const offices = useQuery(officesQuery)
  const failed = waves.error ?? offices.error
  if (failed) return <PageProblem error={failed} onRetry={() => Promise.all([waves.refetch(), offices.refetch()])} />
  if (!waves.data || !offices.data) return <PageSkeleton title="Gelombang" label="Memuat gelombang…" />
  const wave = waves.data.items.find(one => one.id === id)
  if (!wave && id !== 'baru') return <NotFoundPage />
  return <WaveForm year={year} wave={wave ?? null} waves={waves.data.items} offices={offices.data.items} />
}
