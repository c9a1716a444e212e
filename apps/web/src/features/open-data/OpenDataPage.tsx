import { useCallback, useEffect, useState } from 'react'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { hasCode } from '#sync/problems/ProblemError.ts'
import { api } from '#sync/transport/api.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { usePageTitle } from '#ui/usePageTitle.ts'
import styles from './OpenData.module.css'
import { PublishedEdition } from './PublishedEdition.tsx'

type OpenData = ResponseOf<'GET /open'>
type Known = OpenData | { failed: unknown } | null

/** What the regency opened to everybody: approved reports, figures, charts and data. Without a sign-in; nothing is kept. */
export function OpenDataPage() {
  const [known, setKnown] = useState<Known>(null)
  const ask = useCallback(() => {
    setKnown(null)
    api('GET /open').then(setKnown, failed => setKnown({ failed }))
  }, [])
  useEffect(ask, [ask])
  const data = known && !('failed' in known) ? known : null
  const heading = usePageTitle(data ? `Data terbuka ${data.region}` : 'Data terbuka')
  return (
    <main className={styles.page}>
      <p className={styles.name}>SEPAKAT</p>
      <h1 ref={heading} tabIndex={-1}>
        Data terbuka {data?.region}
      </h1>
      {known === null && <SkeletonRows rows={6} label="Memuat data terbuka…" />}
      {known &&
        'failed' in known &&
        (hasCode(known.failed, 'not-found') ? <Closed /> : <PageProblem error={known.failed} onRetry={ask} />)}
      {data && <Shown data={data} />}
    </main>
  )
}

const Closed = () => <p>Daerah ini belum membuka data di sini.</p>

function Shown({ data: { editions, licence, region, zone } }: { data: OpenData }) {
  const years = [...new Set(editions.map(({ year }) => year))].sort((a, b) => b - a)
  const [year, setYear] = useState<number | null>(null)
  const shown = year ?? years[0]
  return (
    <>
      <p>
        Semua angka di halaman ini berasal dari laporan {region} yang sudah disahkan. Data boleh dipakai dengan lisensi{' '}
        <a href={licence.url} rel="license">
          {licence.name}
        </a>
        . Program dapat membacanya dari <a href="/open/v1/datasets">/open/v1/datasets</a>; alamatnya tetap.
      </p>
      {years.length === 0 && <p>Belum ada laporan yang dibuka.</p>}
      {years.length > 1 && (
        <nav aria-label="Tahun" className={styles.years}>
          {years.map(one => (
            <button
              key={one}
              type="button"
              aria-current={one === shown ? 'true' : undefined}
              onClick={() => setYear(one)}
            >
              {one}
            </button>
          ))}
        </nav>
      )}
      {editions
        .filter(edition => edition.year === shown)
        .map(edition => (
          <PublishedEdition key={`${edition.type} ${edition.period}`} edition={edition} zone={zone} />
        ))}
    </>
  )
}
