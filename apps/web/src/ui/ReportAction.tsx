import { useMutation } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { ReportLine } from '../lib/apiTypes.ts'
import { createReport } from '../lib/createReport.ts'
import { useDates, useMe } from '../lib/me.tsx'
import { useOnline } from '../lib/online.ts'
import { ProblemError, saidOf } from '../lib/ProblemError.ts'
import { paths } from '../lib/paths.ts'
import { reportAction } from '../lib/reportAction.ts'
import { reportName } from '../lib/reportName.ts'
import { Button } from './Button.tsx'
import { LinkButton } from './LinkButton.tsx'
import { Dialog } from './Modal.tsx'

const notHere =
  'Server tidak menjawab, dan bahan laporan ini belum tersimpan di perangkat ini atau penyimpanannya penuh. Sambungkan ke jaringan, lalu tekan Mulai lagi. Bahan laporan yang dapat dimulai tersimpan sendiri beberapa saat setelah Beranda dibuka dengan jaringan.'

/** The one next step of a report in a list. `plain`: another is the next step of the page. */
export function ReportAction({ line, plain = false }: { line: ReportLine; plain?: boolean }) {
  const { permissions } = useMe()
  const dates = useDates()
  const action = reportAction(line, permissions, dates.now())
  if (!action) return null
  const name = `${action.label}: ${reportName(line)}, ${line.office.name}`
  if ('begin' in action) return <Begin obligation={action.begin} label={action.label} name={name} plain={plain} />
  return (
    <LinkButton
      to={action.to}
      kind={plain ? 'quiet' : action.primary ? 'primary' : 'secondary'}
      small
      aria-label={name}
    >
      {action.label}
    </LinkButton>
  )
}

/** Without a response the report is created on this device, where its draft preview is cached. */
function Begin({
  obligation,
  label,
  name,
  plain,
}: {
  obligation: string
  label: string
  name: string
  plain: boolean
}) {
  const navigate = useNavigate()
  const online = useOnline()
  const { person } = useMe()
  const begin = useMutation({
    mutationFn: () => createReport(person.id, obligation, online),
    onSuccess: () => navigate(paths.form(obligation)),
  })
  return (
    <>
      <Button
        kind={plain ? 'quiet' : 'primary'}
        small
        busy={begin.isPending && 'Memulai…'}
        onClick={() => begin.mutate()}
        aria-label={name}
      >
        {label}
      </Button>
      <Dialog
        open={begin.isError}
        onClose={begin.reset}
        title="Laporan belum dapat dimulai"
        foot={<Button onClick={begin.reset}>Tutup</Button>}
      >
        <p>{begin.error instanceof ProblemError ? saidOf(begin.error) : notHere}</p>
      </Dialog>
    </>
  )
}
