import { Link } from 'react-router'
import type { ReportLine } from '#sync/apiTypes.ts'
import { useMay } from '#sync/session/me.tsx'
import { paths } from '#ui/paths.ts'
import { isBlocked } from './reportAction.ts'
import { formName } from './reportName.ts'

type Prerequisite = ReportLine['prerequisites'][number]

/** What must be submitted before this can be created, with links. `here`: reports created on this device. */
export function ComesFirst({ line, here }: { line: ReportLine; here: ReadonlySet<string> }) {
  if (!isBlocked(line)) return null
  const unowed = line.prerequisites.some(({ obligation, submission }) => obligation === null && submission === null)
  return (
    <span>
      dapat dimulai setelah{' '}
      {line.prerequisites.map((report, at) => (
        <span key={`${report.form} ${report.period}`}>
          {at > 0 && ' dan '}
          <Named report={report} here={here} />
        </span>
      ))}{' '}
      dikirim
      {unowed && '; laporan itu belum menjadi kewajiban perangkat daerah ini, hubungi koordinator'}
    </span>
  )
}

function Named({ report, here }: { report: Prerequisite; here: ReadonlySet<string> }) {
  const writes = useMay('submission.write')
  const { obligation, form, title, periodTitle } = report
  const started = report.submission ?? (obligation !== null && here.has(obligation) ? obligation : null)
  const name = `${formName(form, title)}, ${periodTitle}`
  if (!writes || (started === null && obligation === null)) return name
  return <Link to={started ? paths.form(started) : paths.home({ report: obligation ?? '' })}>{name}</Link>
}
