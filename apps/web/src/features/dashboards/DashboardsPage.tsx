import type { Chart, ReportType } from '@sepakat/rules'
import { reportTypes } from '@sepakat/rules/reportTypes.ts'
import { useQuery } from '@tanstack/react-query'
import { YearField } from '#submissions/YearField.tsx'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates, useMe } from '#sync/session/me.tsx'
import { queryOf } from '#sync/transport/queryOf.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { useUrlFilters } from '#ui/useUrlFilters.ts'
import { ChartPart } from './ChartPart.tsx'
import styles from './Dashboards.module.css'

const themes: { id: Chart['theme']; title: string }[] = [
  { id: 'quarters', title: 'Perkembangan triwulan' },
  { id: 'indicators', title: 'Indikator terhadap target dan tahun lalu' },
  { id: 'budget', title: 'Serapan anggaran dan hasil fisik' },
  { id: 'punctuality', title: 'Kelengkapan dan ketepatan waktu' },
  { id: 'review', title: 'Lama pemeriksaan' },
]
const dashboardsQuery = (year: number) => queryOf('GET /dashboards', { query: { year } })

/** The charts of a year, of all report types or of one. */
export default function DashboardsPage() {
  const me = useMe()
  const dates = useDates()
  const thisYear = dates.year()
  const { values, set } = useUrlFilters(['tahun', 'jenis'] as const, { tahun: String(thisYear) })
  const year = Number(values.tahun) || thisYear
  const read = useQuery(dashboardsQuery(year))
  const own = me.post?.reportTypes.length ? me.post.reportTypes : reportTypes
  const type = own.find(one => one === values.jenis)

  if (read.isError) return <PageProblem error={read.error} onRetry={() => read.refetch()} />
  const charts = ((read.data?.charts ?? []) as Chart[]).filter(({ reportType }) => !type || reportType === type)
  return (
    <>
      <PageHead
        title="Dasbor"
        intro={read.data && `Menurut data ${dates.short(read.data.at)}.`}
        actions={
          <div className={styles.filters}>
            <YearField value={String(year)} onChange={tahun => set({ tahun })} />
            <SelectField
              label="Jenis laporan"
              value={type ?? ''}
              onChange={jenis => set({ jenis })}
              options={[
                { value: '', label: 'Semua' },
                ...own.map((value: ReportType) => ({ value, label: value.toUpperCase() })),
              ]}
            />
          </div>
        }
      />
      {read.isPending ? (
        <SkeletonRows rows={12} label="Memuat grafik…" />
      ) : charts.length === 0 ? (
        <EmptyState title="Grafik muncul di sini">Pilih tahun atau jenis laporan lain.</EmptyState>
      ) : (
        <Parts>
          {themes.map(({ id, title }) => {
            const shown = charts.filter(({ theme }) => theme === id)
            return (
              shown.length > 0 && (
                <Part key={id} title={title}>
                  {shown.map(chart => (
                    <ChartPart key={chart.id} chart={chart} />
                  ))}
                </Part>
              )
            )
          })}
        </Parts>
      )}
    </>
  )
}
