import type { Kind, PeriodKey } from '@sepakat/rules'
import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { useQuery } from '@tanstack/react-query'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useMe } from '#sync/session/me.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Part } from '#ui/Part.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { useBroughtTo } from '#ui/useBroughtTo.ts'
import type { Branch } from './branchesOf.ts'
import styles from './Overview.module.css'
import { recapQuery } from './queries.ts'
import { RecapFigures } from './RecapFigures.tsx'

interface RecapProps {
  kind: Kind
  period: PeriodKey
  /** The figure to be open, as `code/row`; '' for none. */
  asked: string
  periods: readonly PeriodKey[]
  onPeriod: (period: PeriodKey) => void
  /** The branches that may be chosen, and the id of the chosen one; the region has none. */
  branches: readonly Branch[]
  branch: string
  onBranch: (branch: string) => void
}

/** The figures of a form and a period, of the whole region or of a branch of the office tree. */
export function Recap({ kind, period, asked, periods, onPeriod, branches, branch, onBranch }: RecapProps) {
  const { region } = useMe()
  const recap = useQuery(recapQuery(kind.form, period, branch || undefined))
  const brought = useBroughtTo('#rekap')
  // once they are in: what is above has its height then
  const takesFocus = asked === '' && !recap.isPending && brought
  const name = branches.find(({ id }) => id === branch)?.name
  return (
    <Part title={`Rekapitulasi ${branch === '' ? region.name : (name ?? '')}`} level="h3" takesFocus={takesFocus}>
      <div className={styles.choose}>
        {branches.length > 1 && (
          <SelectField
            label="Cakupan"
            value={branch}
            onChange={onBranch}
            options={branches.map(({ id, name: of }) => ({ value: id, label: of }))}
          />
        )}
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
          <RecapFigures key={`${period} ${branch}`} kind={kind} recap={recap.data} asked={asked} />
        ))}
    </Part>
  )
}
