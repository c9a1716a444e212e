import { useState } from 'react'
import { useFormTitles } from '#administration/useFormTitles.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { Callout } from '#ui/Callout.tsx'
import { count } from '#ui/numbers.ts'
import { Pager } from '#ui/Pager.tsx'
import { Part } from '#ui/Part.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { MovesTable, reportWords } from './MovesTable.tsx'
import type { AllEffects } from './useEffects.ts'

const perPage = 50

/** Which figures of approved reports would change. Approved revisions keep their figures all the same. */
export function EffectsPart({ effects }: { effects: AllEffects }) {
  const { sum, done, error, retry } = effects
  const titleOf = useFormTitles()
  const [shown, setShown] = useState(perPage)
  return (
    <Part title="Angka yang akan berubah">
      <p role="status">{sentence(effects)}</p>
      {error !== null && <ProblemPanel error={error} onRetry={retry} />}
      {!done && error === null && sum.moves.length === 0 && <SkeletonRows rows={4} label="Menghitung akibatnya…" />}
      {sum.moves.length > 0 && (
        <>
          <MovesTable moves={sum.moves.slice(0, shown)} titleOf={titleOf} />
          <Pager
            shown={Math.min(shown, sum.moves.length)}
            noun="angka"
            hasMore={shown < sum.moves.length}
            loading={false}
            onMore={() => setShown(shown + perPage)}
          />
        </>
      )}
      {sum.unlike.length > 0 && (
        <Callout tone="warn" title={`${count(sum.unlike.length)} laporan tidak dapat dihitung ulang`}>
          Bahan yang dibacanya sudah berubah sejak disetujui, jadi akibatnya tidak dapat dipastikan:{' '}
          {sum.unlike.map(report => reportWords(report, titleOf)).join('; ')}.
        </Callout>
      )}
    </Part>
  )
}

function sentence({ sum, done }: AllEffects): string {
  const { checked, moves, reports, bands } = sum
  if (!done) return `Menghitung ulang laporan yang disetujui: ${count(checked)} sudah selesai…`
  if (checked === 0) return 'Belum ada laporan disetujui pada tahun-tahun yang memakai aturan ini.'
  if (moves.length === 0)
    return `${count(checked)} laporan yang disetujui dihitung ulang; tidak ada angka yang berubah.`
  return `${count(checked)} laporan yang disetujui dihitung ulang: ${count(moves.length)} angka dalam ${count(reports)} laporan akan berubah, ${count(bands)} di antaranya berganti kategori. Kiriman dan cetakannya tetap memakai angka semula. Begitu aturan ini disetujui, angkanya dihitung ulang di samping angka semula, dan rekapitulasi memakai hasilnya.`
}
