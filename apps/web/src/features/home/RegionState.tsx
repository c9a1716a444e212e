import { useQuery } from '@tanstack/react-query'
import { OverviewMatrix } from '#submissions/OverviewMatrix.tsx'
import { overviewSentence } from '#submissions/overview.ts'
import { formsQuery, overviewQuery } from '#submissions/sharedQueries.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates, useMe } from '#sync/session/me.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import styles from './Home.module.css'

/** The state of the whole region: a sentence first, then offices against reports. */
export function RegionState() {
  const me = useMe()
  const year = useDates().year()
  const overview = useQuery(overviewQuery(year))
  const forms = useQuery(formsQuery)
  if (overview.isPending || forms.isPending) return <SkeletonRows rows={8} label="Memuat keadaan laporan…" />
  if (overview.isError) return <ProblemPanel error={overview.error} onRetry={() => overview.refetch()} />
  const titles = new Map(forms.data?.items.map(form => [form.form, form.title]))
  return (
    <Part title={`Laporan tahun ${year}`}>
      <p className={styles.sentence}>{overviewSentence(overview.data, year)}</p>
      {overview.data.cells.length > 0 ? (
        <OverviewMatrix
          caption={`Keadaan laporan perangkat daerah ${me.region.name} tahun ${year}`}
          cells={overview.data.cells}
          forms={titles}
        />
      ) : (
        <EmptyState title="Matriks laporan muncul di sini">
          Isinya ada begitu kewajiban lapor tahun {year} dibuat oleh koordinator atau pengelola.
        </EmptyState>
      )}
      <p>
        <LinkButton to={paths.overview({ tahun: String(year) })} icon="chart">
          Buka ringkasan
        </LinkButton>
      </p>
    </Part>
  )
}
