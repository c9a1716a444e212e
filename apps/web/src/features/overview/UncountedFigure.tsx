import type { PeriodKey } from '@sepakat/rules'
import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { hasCode } from '#sync/problems/ProblemError.ts'
import { Callout } from '#ui/Callout.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { Parts } from '#ui/Part.tsx'
import { type FigurePlace, paths } from '#ui/paths.ts'
import { Questions, useQuestionsAt } from './Questions.tsx'

/** A figure that does not count now, or was never there: what was asked about it is still answered and closed here. */
export function UncountedFigure({
  place,
  error,
  onRetry,
}: {
  place: FigurePlace
  error: Error
  onRetry: () => unknown
}) {
  const { questions, pending } = useQuestionsAt(place)
  const [first] = questions
  if (!first && pending) return <PageSkeleton title="Asal angka" rows={8} label="Memuat asal angka…" />
  if (!first || !hasCode(error, 'not-found')) return <PageProblem error={error} onRetry={onRetry} />
  const about = [first.office.name, first.rowLabel, periodTitle(first.period as PeriodKey)].filter(Boolean).join(' · ')
  return (
    <>
      <PageHead title={first.label} crumbs={[{ label: 'Ringkasan', to: paths.recap(place) }]} intro={about} />
      <Parts>
        <Callout tone="info" title="Angka ini sedang tidak dihitung">
          Laporannya dikembalikan, atau barisnya tidak ada lagi dalam kiriman yang berlaku. Permintaan penjelasannya
          tetap dapat dijawab dan ditutup di sini.
        </Callout>
        <Questions place={place} ask={null} />
      </Parts>
    </>
  )
}
