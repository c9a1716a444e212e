import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { useQuery } from '@tanstack/react-query'
import { hasCode } from '#sync/problems/ProblemError.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { count } from '#ui/numbers.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { type Preview, type PreviewBody, previewQuery } from './queries.ts'

const mostShown = 10

/** How many drafts a new version is offered to, and which figures of approved reports it would change. */
export function RevisionEffects({ form, body }: { form: string; body: PreviewBody }) {
  const preview = useQuery(previewQuery(form, body))
  if (preview.isPending) return <SkeletonRows rows={2} label="Menghitung akibatnya…" />
  // A concurrent publication is reported when this one is published.
  if (preview.isError) return hasCode(preview.error, 'stale') ? null : <ProblemPanel error={preview.error} />
  return <EffectsShown effects={preview.data} />
}

type Effects = Pick<Preview, 'moved' | 'openReports' | 'checked' | 'more'>

/** The same input of the earlier request. */
export function EffectsShown({ effects }: { effects: Effects }) {
  const { moved } = effects
  const figures = moved.flatMap(({ submission, office, period, figures: own }) =>
    own.map(({ code, row, label, rowLabel }) => ({
      key: `${submission} ${code} ${row}`,
      words: `${office.name}, ${periodTitle(period)}: ${rowLabel ? `${rowLabel} · ${label}` : label}`,
    })),
  )
  return (
    <>
      <p>{draftsSentence(effects)}</p>
      <p>{figuresSentence(effects, figures.length)}</p>
      {figures.length > 0 && (
        <ul>
          {figures.slice(0, mostShown).map(({ key, words }) => (
            <li key={key}>{words}</li>
          ))}
          {figures.length > mostShown && <li>dan {count(figures.length - mostShown)} angka lain</li>}
        </ul>
      )}
    </>
  )
}

const draftsSentence = ({ openReports }: Effects): string =>
  openReports === 0
    ? 'Tidak ada laporan yang sedang diisi dengan formulir ini.'
    : `${count(openReports)} laporan masih diisi dan akan ditawari versi ini.`

function figuresSentence({ checked, more, moved }: Effects, figures: number): string {
  if (checked === 0) return 'Angka laporan yang disetujui tidak berubah karenanya.'
  const which = more ? `${count(checked)} laporan disetujui yang terbaru` : `${count(checked)} laporan disetujui`
  return figures === 0
    ? `Dihitung ulang dari ${which}: tidak ada angka yang berubah.`
    : `Dihitung ulang dari ${which}: ${count(figures)} angka dalam ${count(moved.length)} laporan akan berubah bila diisi sekarang.`
}
