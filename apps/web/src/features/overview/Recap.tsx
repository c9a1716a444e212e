import type { Kind, PeriodKey } from '@sepakat/rules'
import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { useQuery } from '@tanstack/react-query'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useMe } from '#sync/session/me.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Part } from '#ui/Part.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import styles from './Overview.module.css'
import { recapQuery } from './queries.ts'
import { RecapFigures } from './RecapFigures.tsx'

interface RecapProps {
  kind: Kind
  period: PeriodKey
  periods: readonly PeriodKey[]
  onPeriod: (period: PeriodKey) => void
}

/** The figures of the whole region, of a form and a period. */
export function Recap({ kind, period, periods, onPeriod }: RecapProps) {
  const { region } = useMe()
  const recap = useQuery(recapQuery(kind.form, period))
  return (
    <Part title={`Rekapitulasi ${region.name}`} level="h3">
      <div className={styles.choose}>
        <SelectField
          label="Periode"
          value={period}
          onChange={onPeriod}
          options={periods.map(value => ({ value, label: periodTitle(value) }))}
        />
      </div>
      {recap.isPending && <SkeletonRows rows={6} label="Memuat rekapitulasi…" />}
      {recap.isError && <ProblemPanel error={recap.error} onRetry={() => recap.refetch()} />}
      {recap.isSuccess &&
        (recap.data.coverage.reported === 0 ? (
          <EmptyState title={`Belum ada yang dikirim untuk ${periodTitle(period)}`}>
            Rekapitulasi muncul begitu laporan pertama dikirim (sementara), dan menjadi final begitu semua yang wajib
            melapor disetujui.
          </EmptyState>
        ) : (
          <RecapFigures key={period} kind={kind} recap={recap.data} />
        ))}
    </Part>
  )
}
