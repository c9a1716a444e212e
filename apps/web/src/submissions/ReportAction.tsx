import { useMutation } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { ReportLine } from '#sync/apiTypes.ts'
import { ProblemError, saidOf } from '#sync/problems/ProblemError.ts'
import { useDates, useMe } from '#sync/session/me.tsx'
import { useOnline } from '#sync/transport/online.ts'
import { Button } from '#ui/Button.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { paths } from '#ui/paths.ts'
import { createReport } from './createReport.ts'
import { reportAction } from './reportAction.ts'
import { reportName } from './reportName.ts'

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
