import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../../lib/api.ts'
import { count } from '../../../lib/numbers.ts'
import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Dialog } from '../../../ui/Modal.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from '../Admin.module.css'
import { Part } from '../Part.tsx'
import { reportTypesText } from '../reportTypes.ts'
import { useMyTypes } from '../useMyTypes.ts'
import { Said, useArrival, useSaid } from '../useSaid.tsx'
import { wavesOf } from './planSteps.ts'
import { previewKey, type Wave, wavesQuery } from './queries.ts'
import { YearFrame } from './YearFrame.tsx'

export function WavesPage({ year }: { year: number }) {
  const arrived = useArrival()
  const { said, say } = useSaid()
  const waves = useQuery(wavesQuery)
  const [removing, setRemoving] = useState<Wave | null>(null)
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
        {waves.isPending && <SkeletonRows rows={3} label="Memuat gelombang…" />}
        {waves.isError && <ProblemPanel error={waves.error} onRetry={() => waves.refetch()} />}
        {waves.isSuccess && waves.data.items.length === 0 && (
          <EmptyState title="Belum ada gelombang">
            Mulai dengan beberapa perangkat daerah percontohan, lalu tambah gelombang berikutnya untuk yang lain.
          </EmptyState>
        )}
        {waves.isSuccess && waves.data.items.length > 0 && (
          <WaveTable year={year} waves={waves.data.items} onRemove={setRemoving} />
        )}
      </Part>
      {removing && (
        <RemoveDialog
          wave={removing}
          onClose={() => setRemoving(null)}
          onDone={sentence => {
            setRemoving(null)
            say(sentence)
          }}
        />
      )}
    </YearFrame>
  )
}

function WaveTable({
  year,
  waves,
  onRemove,
}: {
  year: number
  waves: readonly Wave[]
  onRemove: (wave: Wave) => void
}) {
  const types = useMyTypes()
  const mine = (wave: Wave) => wave.reportTypes.every(type => types.includes(type))
  const running = new Set(wavesOf(waves, year).map(wave => wave.id))
  const columns: Column<Wave>[] = [
    {
      id: 'name',
      head: 'Gelombang',
      rowHead: true,
      cell: wave => (
        <span className={styles.tags}>
          {mine(wave) ? <Link to={paths.admin(`tahun/${year}/gelombang/${wave.id}`)}>{wave.name}</Link> : wave.name}
          {!running.has(wave.id) && <Tag icon="clock">Belum mulai tahun {year}</Tag>}
        </span>
      ),
    },
    { id: 'from', head: 'Mulai', cell: wave => periodTitle(wave.fromPeriod) },
    { id: 'types', head: 'Untuk', cell: wave => reportTypesText(wave.reportTypes) },
    {
      id: 'offices',
      head: 'Perangkat daerah',
      cell: wave => (
        <details>
          <summary>{count(wave.offices.length)} perangkat daerah</summary>
          <ul>
            {wave.offices.map(office => (
              <li key={office.id}>{office.name}</li>
            ))}
          </ul>
        </details>
      ),
    },
    {
      id: 'act',
      head: <span className="visually-hidden">Tindakan</span>,
      cardHead: '',
      cell: wave =>
        mine(wave) && (
          <Button small icon="trash" onClick={() => onRemove(wave)} aria-label={`Hapus ${wave.name}`}>
            Hapus
          </Button>
        ),
    },
  ]
  return (
    <Table caption="Daftar gelombang" captionHidden stacked columns={columns} rows={waves} rowKey={wave => wave.id} />
  )
}

function RemoveDialog({
  wave,
  onClose,
  onDone,
}: {
  wave: Wave
  onClose: () => void
  onDone: (sentence: string) => void
}) {
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => api('DELETE /waves/:id', { params: { id: wave.id } }),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: wavesQuery.queryKey }),
        client.invalidateQueries({ queryKey: previewKey }),
      ])
      onDone(`${wave.name} dihapus.`)
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Hapus ${wave.name}?`}
      foot={
        <>
          <Button data-autofocus onClick={onClose}>
            Batal
          </Button>
          <Button kind="danger" busy={remove.isPending && 'Menghapus…'} onClick={() => remove.mutate()}>
            Hapus gelombang
          </Button>
        </>
      }
    >
      <p>
        Kewajiban lapor baru tidak dibuat lagi untuk {count(wave.offices.length)} perangkat daerah ini, kecuali mereka
        ada di gelombang lain. Kewajiban yang sudah dibuat tetap ada.
      </p>
      {remove.isError && <ProblemPanel error={remove.error} />}
    </Dialog>
  )
}
