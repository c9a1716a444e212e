import { useMutation, useQueryClient } from '@tanstack/react-query'
import { reportName } from '#submissions/reportName.ts'
import { submissionQuery } from '#submissions/submissionQueries.ts'
import type { ReportLine, Submission } from '#sync/apiTypes.ts'
import { hasCode, saidOf } from '#sync/problems/ProblemError.ts'
import { api } from '#sync/transport/api.ts'
import { invalidate } from '#sync/transport/invalidate.ts'
import { announce } from '#ui/announce.ts'

export interface ClaimRefusal {
  line: ReportLine
  message: string
}

/** Claims a report of the queue for review. A slower user is told who was faster. */
export function useClaim() {
  const client = useQueryClient()
  return useMutation<Submission, ClaimRefusal, ReportLine>({
    mutationFn: async line => {
      const id = line.submission ?? ''
      try {
        return await api('POST /submissions/:id/claim', { params: { id }, body: {} })
      } catch (error) {
        throw { line, message: await whyNot(id, error) } satisfies ClaimRefusal
      }
    },
    onSuccess: submission => {
      client.setQueryData(submissionQuery(submission.id).queryKey, submission)
      announce(`${reportName(submission)} kini Anda periksa.`)
    },
    onSettled: () => invalidate(client, 'GET /submissions'),
  })
}

async function whyNot(id: string, error: unknown): Promise<string> {
  if (!hasCode(error, 'wrong-status') && !hasCode(error, 'needs-unmet')) return saidOf(error)
  const needs = (error.problem.needs ?? []).map(need => need.message).join(' ')
  const now = await api('GET /submissions/:id', { params: { id } }).catch(() => null)
  if (now?.claimedBy) return `${now.claimedBy.name} sudah mengambilnya.`
  return needs || error.problem.detail
}
