import { parsePeriod } from '@sepakat/rules/periods/period.ts'
import { reportTypeOf } from '@sepakat/rules/reportTypes.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { useMyTypes } from '#administration/reportTypes.ts'
import { useDialog } from '#administration/useDialog.ts'
import { formsQuery } from '#submissions/sharedQueries.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates, useMe } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { count } from '#ui/numbers.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { useFocusBack } from '#ui/useFocusBack.ts'
import { Said, useSaid } from '#ui/useSaid.tsx'
import { PeriodsForm } from './PeriodsForm.tsx'
import { PeriodTables } from './PeriodTables.tsx'
import { PracticeDialog } from './PracticeDialog.tsx'
import { proposedPeriods, rowOf } from './periodRows.ts'
import { type Period, periodsQuery } from './queries.ts'
import { RemovePeriodDialog } from './removeDialogs.tsx'
import { YearFrame } from './YearFrame.tsx'

type FormSummary = { form: string; title: string; period: 'year' | 'quarter' }

export function PeriodsPage({ year }: { year: number }) {
  const forms = useQuery(formsQuery)
  const periods = useQuery(periodsQuery)
  const failed = forms.error ?? periods.error
  if (failed) return <PageProblem error={failed} onRetry={() => Promise.all([forms.refetch(), periods.refetch()])} />
  return (
    <YearFrame
      year={year}
      step="periode"
      intro="Sebelum tanggal dibuka laporan belum dapat dimulai; lewat tenggat tercatat terlambat; setelah ditutup tidak dapat dikirim lagi. Hari dibuka dihitung sejak pukul 00.00, tenggat dan penutupan sampai pukul 23.59."
    >
      {!forms.data || !periods.data ? (
        <SkeletonRows label="Memuat periode…" />
      ) : (
        <Periods key={year} year={year} forms={forms.data.items} all={periods.data.items} />
      )}
    </YearFrame>
  )
}

function Periods({ year, forms: known, all }: { year: number; forms: readonly FormSummary[]; all: readonly Period[] }) {
  const { zone } = useDates()
  const me = useMe()
  const types = useMyTypes()
  const forms = known.filter(({ form }) => types.includes(reportTypeOf(form)))
  const { said, say } = useSaid()
  const [writing, setWriting] = useState<'missing' | 'all' | null>(null)
  const practising = useDialog<true>(say)
  const removing = useDialog<Period>(say)
  const button = useFocusBack(writing !== null)
  const ours = all.filter(
    period => parsePeriod(period.key).year === year && forms.some(({ form }) => form === period.form),
  )
  const titleOf = (period: Period) => forms.find(({ form }) => form === period.form)?.title ?? ''
  const missing = proposedPeriods(forms, all, year, zone)

  if (writing)
    return (
      <PeriodsForm
        year={year}
        forms={forms}
        start={writing === 'missing' ? missing : ours.map(period => rowOf(period, zone))}
        onDone={sentence => {
          setWriting(null)
          say(sentence)
        }}
      />
    )
  return (
    <>
      <Said said={said} />
      {ours.length === 0 && (
        <EmptyState
          title={`Belum ada periode untuk tahun ${year}`}
          action={
            <Button kind="primary" icon="plus" onClick={() => setWriting('missing')}>
              Buat periode tahun {year}
            </Button>
          }
        >
          Tanggalnya diusulkan dari tahun sebelumnya dan dapat Anda ubah sebelum disimpan.
        </EmptyState>
      )}
      {ours.length > 0 && (
        <div className={styles.buttons}>
          {missing.length > 0 && (
            <Button kind="primary" icon="plus" onClick={() => setWriting('missing')}>
              Buat {count(missing.length)} periode yang belum ada
            </Button>
          )}
          <Button ref={button} icon="pencil" onClick={() => setWriting('all')}>
            Ubah tanggal
          </Button>
          <Button icon="calendar" onClick={() => practising.open(true)}>
            Tambah periode latihan
          </Button>
        </div>
      )}
      <PeriodTables forms={forms} periods={ours} onRemove={removing.open} />
      {removing.about && (
        <RemovePeriodDialog period={removing.about} formTitle={titleOf(removing.about)} {...removing.ends} />
      )}
      {practising.about && <PracticeDialog year={year} forms={forms} zone={me.region.zone} {...practising.ends} />}
    </>
  )
}
