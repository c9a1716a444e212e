import { useQuery } from '@tanstack/react-query'
import { OverviewMatrix } from '#submissions/OverviewMatrix.tsx'
import { overviewSentence } from '#submissions/overview.ts'
import { formsQuery, overviewQuery } from '#submissions/sharedQueries.ts'
import { YearField } from '#submissions/YearField.tsx'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates, useMe } from '#sync/session/me.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { useUrlFilters } from '#ui/useUrlFilters.ts'
import { Figures } from './Figures.tsx'
import styles from './Overview.module.css'
import { RegionCoverage } from './RegionCoverage.tsx'
import { Totals } from './Totals.tsx'

/** The state of the region: a sentence, then the bars, the matrix, and the figures of what was submitted. */
export default function OverviewPage() {
  const me = useMe()
  const thisYear = useDates().year()
  const { values, set } = useUrlFilters(['tahun', 'formulir', 'periode', 'angka', 'cabang', 'rekap'] as const, {
    tahun: String(thisYear),
  })
  const year = Number(values.tahun) || thisYear
  const overview = useQuery(overviewQuery(year))
  const forms = useQuery(formsQuery)
  const titles = new Map(forms.data?.items.map(form => [form.form, form.title]))

  if (overview.isError) return <PageProblem error={overview.error} onRetry={() => overview.refetch()} />
  return (
    <>
      <PageHead
        title="Ringkasan"
        actions={<YearField value={String(year)} onChange={tahun => set({ tahun })} ahead={1} />}
      />
      {overview.isPending || forms.isPending ? (
        <SkeletonRows rows={8} label="Memuat ringkasan…" />
      ) : (
        <Parts>
          <p className={styles.sentence}>{overviewSentence(overview.data, year)}</p>
          {overview.data.cells.length === 0 ? (
            <EmptyState title="Matriks dan grafik muncul di sini">
              Isinya ada begitu kewajiban lapor tahun {year} dibuat. Pilih tahun lain untuk melihat yang sudah ada.
            </EmptyState>
          ) : (
            <>
              <Totals year={year} totals={overview.data.totals} cells={overview.data.cells} />
              {overview.data.coverage.length > 0 && (
                <RegionCoverage lines={overview.data.coverage} titleOf={form => titles.get(form) ?? form} />
              )}
              <Part title="Perangkat daerah dan laporannya">
                <OverviewMatrix
                  caption={`Keadaan laporan perangkat daerah ${me.region.name} tahun ${year}`}
                  cells={overview.data.cells}
                  forms={titles}
                />
              </Part>
              <Figures
                year={year}
                forms={forms.data?.items ?? []}
                cells={overview.data.cells}
                chosen={values}
                onChoose={chosen => set({ rekap: '', ...chosen })}
              />
            </>
          )}
        </Parts>
      )}
    </>
  )
}
