import { useMutation } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api } from '../lib/api.ts'
import type { ReportLine } from '../lib/apiTypes.ts'
import { useDates, useMe } from '../lib/me.tsx'
import { useOnline } from '../lib/online.ts'
import { saidOf } from '../lib/ProblemError.ts'
import { paths } from '../lib/paths.ts'
import { reportAction } from '../lib/reportAction.ts'
import { reportName } from '../lib/reportName.ts'
import { Button } from './Button.tsx'
import { Callout } from './Callout.tsx'
import { LinkButton } from './LinkButton.tsx'

/** The one next step of a report in a list. */
export function ReportAction({ line }: { line: ReportLine }) {
  const { permissions } = useMe()
  const dates = useDates()
  const action = reportAction(line, permissions, dates.now())
  if (!action) return null
  const name = `${action.label}: ${reportName(line)}, ${line.office.name}`
  if ('begin' in action) return <Begin obligation={action.begin} label={action.label} name={name} />
  return (
    <LinkButton to={action.to} kind={action.primary ? 'primary' : 'secondary'} small aria-label={name}>
      {action.label}
    </LinkButton>
  )
}

function Begin({ obligation, label, name }: { obligation: string; label: string; name: string }) {
  const navigate = useNavigate()
  const online = useOnline()
  const begin = useMutation({
    mutationFn: () => api('POST /submissions', { body: { obligation } }),
    onSuccess: submission => navigate(paths.form(submission.id)),
  })
  return (
    <>
      <Button
        kind="primary"
        small
        whyNot={!online && 'Perlu sambungan.'}
        busy={begin.isPending && 'Memulai…'}
        onClick={() => begin.mutate()}
        aria-label={name}
      >
        {label}
      </Button>
      {begin.isError && (
        <Callout tone="wrong" live>
          {saidOf(begin.error)}
        </Callout>
      )}
    </>
  )
}
