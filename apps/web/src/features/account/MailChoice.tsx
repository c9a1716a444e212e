import { useQuery } from '@tanstack/react-query'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { queryOf } from '#sync/transport/queryOf.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { MailForm } from './MailForm.tsx'

/** The choice of mail as the server has it; saved or changed elsewhere, the form begins with it again. */
export function MailChoice() {
  const mailbox = useQuery(queryOf('GET /mailbox'))
  if (mailbox.isPending) return <SkeletonRows rows={3} />
  if (mailbox.isError) return <ProblemPanel error={mailbox.error} onRetry={() => mailbox.refetch()} />
  return <MailForm mailbox={mailbox.data} />
}
