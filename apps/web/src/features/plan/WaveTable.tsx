import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { Link } from 'react-router'
import styles from '#administration/Admin.module.css'
import { reportTypesText, useMyTypes } from '#administration/reportTypes.ts'
import { Button } from '#ui/Button.tsx'
import { count } from '#ui/numbers.ts'
import { paths } from '#ui/paths.ts'
import { actions, type Column, Table } from '#ui/Table.tsx'
import { Tag } from '#ui/Tag.tsx'
import { wavesOf } from './planSteps.ts'
import type { Wave } from './queries.ts'

/** All waves; a post limited to report types changes only waves of those types. */
export function WaveTable({
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
        <>
          <span className={styles.tags}>
            {mine(wave) ? <Link to={paths.admin(`tahun/${year}/gelombang/${wave.id}`)}>{wave.name}</Link> : wave.name}
            {!running.has(wave.id) && <Tag icon="clock">Belum mulai tahun {year}</Tag>}
          </span>
          {!mine(wave) && (
            <span className={styles.small}>
              Memuat jenis laporan di luar tugas Anda: hanya pengelola semua jenis itu yang dapat mengubahnya.
            </span>
          )}
        </>
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
    actions(
      wave =>
        mine(wave) && (
          <Button small icon="trash" onClick={() => onRemove(wave)} aria-label={`Hapus ${wave.name}`}>
            Hapus
          </Button>
        ),
    ),
  ]
  return <Table caption="Daftar gelombang" columns={columns} rows={waves} rowKey={wave => wave.id} />
}
