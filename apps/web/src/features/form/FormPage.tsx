import type { FormId } from '@sepakat/rules'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { usePrefetchQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { attachmentsQuery, notesQuery, openingAnswersQuery, submissionQuery } from '#submissions/submissionQueries.ts'
import { useLiveUpdates } from '#submissions/useLiveUpdates.ts'
import { useMaterial } from '#submissions/useMaterial.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { late } from '#ui/late.tsx'
import { HeadPlaces, SubmissionContext } from './FormContext.ts'
import { FormScreen } from './FormScreen.tsx'
import { FormSkeleton } from './FormSkeleton.tsx'
import { ReportHead } from './frame/ReportHead.tsx'
import { OpenForm } from './OpenForm.tsx'
import { useMadeAnswers } from './useMadeAnswers.ts'

/** Beside the form, which does not wait for it: most reports have no question. */
const ReportQuestions = late(async () => (await import('#submissions/ReportQuestions.tsx')).ReportQuestions)

const ClosedForm = late(async () => (await import('./ClosedForm.tsx')).ClosedForm, <FormSkeleton withHead />)

/** One report: filled in while it is with the office, read-only afterwards. */
export default function FormPage() {
  const { id = '' } = useParams()
  const submission = useQuery(submissionQuery(id))
  useLiveUpdates(id)
  if (submission.isError && !submission.data)
    return <PageProblem error={submission.error} onRetry={() => submission.refetch()} />
  if (!submission.data) return <FormSkeleton withHead />
  if (!submission.data.readable) return <ClosedForm submission={submission.data} />
  const { formVersion, part } = submission.data
  return <Material key={`${id}/${formVersion}/${part}`} submission={submission.data} />
}

type Given = Parameters<typeof OpenForm>[0]['submission']

function Material({ submission }: { submission: Given }) {
  const { id, form, part } = submission
  const [actions, setActions] = useState<HTMLElement | null>(null)
  const [line, setLine] = useState<HTMLElement | null>(null)
  const places = useMemo(() => ({ actions, line }), [actions, line])
  const material = useMaterial(submission, { follows: true })
  const answers = useQuery(openingAnswersQuery(id, part))
  // beside the rest, not after it
  usePrefetchQuery(notesQuery(id))
  usePrefetchQuery(attachmentsQuery(id))
  useMadeAnswers(id, answers.data)
  const kind = kinds[form as FormId]
  const failed = material.error ?? (answers.data ? null : answers.error)
  if (failed) return <PageProblem error={failed} onRetry={() => Promise.all([material.refetch(), answers.refetch()])} />
  if (!kind) return <PageProblem error={new Error(`no kind ${form}`)} onRetry={() => location.reload()} />
  return (
    <SubmissionContext value={submission}>
      <ReportHead actions={setActions} line={setLine} />
      <ReportQuestions of={submission} />
      <HeadPlaces value={places}>
        {material.given && answers.data ? (
          <OpenForm submission={submission} kind={kind} {...material.given} answers={answers.data}>
            <FormScreen />
          </OpenForm>
        ) : (
          <FormSkeleton />
        )}
      </HeadPlaces>
    </SubmissionContext>
  )
}
