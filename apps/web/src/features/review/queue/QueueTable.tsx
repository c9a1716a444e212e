import { heldDue } from '@sepakat/rules/workflow/heldDue.ts'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { OfficeLink } from '#submissions/OfficeLink.tsx'
import { DueCell, ReportCell, StatusCell } from '#submissions/ReportCells.tsx'
import { reportName } from '#submissions/reportName.ts'
import type { ReportLine } from '#sync/apiTypes.ts'
import { useDates, useMe } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { useKeys } from '#ui/keys.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { paths } from '#ui/paths.ts'
import { actions, type Column, Table } from '#ui/Table.tsx'
import styles from './Queue.module.css'

const isFree = (line: ReportLine): boolean =>
  line.claimedBy === null && (line.status === 'submitted' || line.status === 'second-review')

interface QueueTableProps {
  lines: readonly ReportLine[]
  claiming: string | null
  onClaim: (line: ReportLine) => void
}

/** The queue by due date. j and k move between reports, Enter opens one, a claims it. */
export function QueueTable({ lines, claiming, onClaim }: QueueTableProps) {
  const me = useMe()
  const box = useRef<HTMLDivElement>(null)

  const links = () => [...(box.current?.querySelectorAll<HTMLElement>('a[data-line]') ?? [])]
  const inHand = () => links().findIndex(link => link.closest('tr')?.contains(document.activeElement))
  function go(step: 1 | -1): void {
    const all = links()
    const at = inHand()
    all[at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1)]?.focus()
  }
  function take(): void {
    const line = lines.find(one => one.submission === links()[inHand()]?.dataset.line)
    if (line && isFree(line)) onClaim(line)
  }
  const moving = useRef(go)
  moving.current = go
  useEffect(() => {
    const element = box.current
    function onKeyDown(event: KeyboardEvent): void {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      moving.current(step === 1 ? 1 : -1)
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [])
  useKeys([
    { keys: 'j', label: 'Laporan berikutnya (atau panah bawah)', run: () => go(1) },
    { keys: 'k', label: 'Laporan sebelumnya (atau panah atas)', run: () => go(-1) },
    { keys: 'a', label: 'Ambil laporan yang sedang ditunjuk', run: take },
  ])

  const columns: Column<ReportLine>[] = [
    {
      id: 'report',
      head: 'Laporan',
      rowHead: true,
      cell: line => (
        <ReportCell line={line}>
          <Link to={paths.review(line.submission ?? '')} data-line={line.submission}>
            {reportName(line)}
          </Link>
        </ReportCell>
      ),
    },
    { id: 'office', head: 'Perangkat daerah', cell: line => <OfficeLink office={line.office} /> },
    {
      id: 'status',
      head: 'Status',
      cardHead: '',
      cell: line => <StatusCell line={line} />,
    },
    { id: 'revision', head: 'Kiriman', cell: line => (line.latestRevision ? `ke-${line.latestRevision}` : '') },
    { id: 'due', head: 'Tenggat', cell: line => <Due line={line} /> },
    actions(line => <Action line={line} mine={line.claimedBy === me.person.name} busy={claiming} onClaim={onClaim} />),
  ]
  return (
    <div ref={box} className={styles.queue}>
      <Table caption="Antrean pemeriksaan" columns={columns} rows={lines} rowKey={line => line.submission ?? ''} />
    </div>
  )
}

/** The due date, and how far it is while its office is waited for. */
function Due({ line }: { line: ReportLine }) {
  const dates = useDates()
  const due = heldDue(line)
  return (
    <>
      <DueCell line={line} />
      {due && <small className={styles.dim}> {dates.due(due)}</small>}
    </>
  )
}

function Action({
  line,
  mine,
  busy,
  onClaim,
}: {
  line: ReportLine
  mine: boolean
  busy: string | null
  onClaim: (line: ReportLine) => void
}) {
  const name = `${reportName(line)}, ${line.office.name}`
  if (isFree(line))
    return (
      <Button
        kind="primary"
        small
        busy={busy === line.submission && 'Mengambil…'}
        aria-label={`Ambil: ${name}`}
        onClick={() => onClaim(line)}
      >
        Ambil
      </Button>
    )
  const reviewing = line.status === 'in-review' || line.status === 'second-review'
  return (
    <LinkButton
      small
      kind={reviewing && mine ? 'primary' : 'secondary'}
      to={paths.review(line.submission ?? '')}
      aria-label={`${reviewing && mine ? 'Periksa' : 'Lihat'}: ${name}`}
    >
      {reviewing && mine ? 'Periksa' : 'Lihat'}
    </LinkButton>
  )
}
