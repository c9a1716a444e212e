import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { keyedBy } from '#ui/keyedBy.ts'
import { count } from '#ui/numbers.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Table } from '#ui/Table.tsx'
import styles from './Editions.module.css'
import { documentQuery } from './queries.ts'

/** What an edition lacks, and what was approved and is left out of it, each with its reason: read when it is opened. */
export function NotInside({ id }: { id: string }) {
  const [open, setOpen] = useState(false)
  const document = useQuery({ ...documentQuery(id), enabled: open })
  return (
    <details className={styles.ready} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>Yang kurang, dan yang disetujui tetapi tidak dimuat</summary>
      {open && document.isPending && <SkeletonRows rows={3} label="Memeriksa isi laporan…" />}
      {document.isError && <ProblemPanel error={document.error} onRetry={() => document.refetch()} />}
      {document.data && <Lists missing={document.data.missing} leftOut={document.data.leftOut} />}
    </details>
  )
}

type Lacks = { what: string; why: string; values?: number }

function Lists({ missing, leftOut }: { missing: readonly Lacks[]; leftOut: readonly Lacks[] }) {
  if (missing.length + leftOut.length === 0)
    return <p className={styles.quiet}>Tidak ada yang kurang, dan semua yang disetujui dimuat.</p>
  return (
    <>
      {missing.length > 0 && <Lines caption="Yang kurang, disebut dalam laporannya" lines={missing} />}
      {leftOut.length > 0 && <Lines caption="Disetujui, tetapi tidak dimuat" lines={leftOut} />}
    </>
  )
}

function Lines({ caption, lines }: { caption: string; lines: readonly Lacks[] }) {
  return (
    <Table
      caption={caption}
      captionShown
      rows={keyedBy(lines)}
      rowKey={([key]) => key}
      columns={[
        { id: 'what', head: 'Apa', rowHead: true, wide: true, cell: ([, { what }]) => what },
        { id: 'why', head: 'Mengapa', wide: true, cell: ([, { why }]) => why },
        {
          id: 'values',
          head: 'Isian',
          num: true,
          cell: ([, { values }]) => (values === undefined ? '' : count(values)),
        },
      ]}
    />
  )
}
