import { useQuery } from '@tanstack/react-query'
import { RemoveDialog } from '#administration/RemoveDialog.tsx'
import { type DialogEnds, useDialog } from '#administration/useDialog.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { api } from '#sync/transport/api.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { count } from '#ui/numbers.ts'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Said, useArrival, useSaid } from '#ui/useSaid.tsx'
import { OutsideWaves } from './OutsideWaves.tsx'
import { previewQuery, type Wave, wavesQuery } from './queries.ts'
import { WaveTable } from './WaveTable.tsx'
import { YearFrame } from './YearFrame.tsx'

export function WavesPage({ year }: { year: number }) {
  const arrived = useArrival()
  const { said, say } = useSaid()
  const waves = useQuery(wavesQuery)
  const preview = useQuery(previewQuery(year))
  const removing = useDialog<Wave>(say)
  const add = (
    <LinkButton icon="plus" to={paths.admin(`tahun/${year}/gelombang/baru`)}>
      Tambah gelombang
    </LinkButton>
  )
  return (
    <YearFrame
      year={year}
      step="gelombang"
      intro="Sebuah gelombang menyalakan kewajiban lapor bagi sejumlah perangkat daerah, mulai suatu periode dan seterusnya. Periode latihan tidak menunggu gelombangnya mulai."
    >
      <Part title="Gelombang" actions={add}>
        <Said said={said ?? arrived} />
        {preview.data && <OutsideWaves year={year} outside={preview.data.outside} />}
        {waves.isPending && <SkeletonRows rows={3} label="Memuat gelombang…" />}
        {waves.isError && <ProblemPanel error={waves.error} onRetry={() => waves.refetch()} />}
        {waves.isSuccess && waves.data.items.length === 0 && (
          <EmptyState title="Belum ada gelombang">
            Mulai dengan beberapa perangkat daerah percontohan, lalu tambah gelombang berikutnya untuk yang lain.
          </EmptyState>
        )}
        {waves.isSuccess && waves.data.items.length > 0 && (
          <WaveTable year={year} waves={waves.data.items} onRemove={removing.open} />
        )}
      </Part>
      {removing.about && <RemoveWaveDialog wave={removing.about} {...removing.ends} />}
    </YearFrame>
  )
}

function RemoveWaveDialog({ wave, onClose, onDone }: { wave: Wave } & DialogEnds) {
  return (
    <RemoveDialog
      title={`Hapus ${wave.name}?`}
      label="Hapus gelombang"
      remove={() => api('DELETE /waves/:id', { params: { id: wave.id } })}
      stale={['GET /waves', 'POST /obligations/preview']}
      onClose={onClose}
      onRemoved={() => onDone(`${wave.name} dihapus.`)}
    >
      <p>
        Kewajiban lapor baru tidak dibuat lagi untuk {count(wave.offices.length)} perangkat daerah ini, kecuali mereka
        ada di gelombang lain. Kewajiban yang sudah dibuat tetap ada.
      </p>
    </RemoveDialog>
  )
}
