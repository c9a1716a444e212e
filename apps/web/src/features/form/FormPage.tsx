import type { Catalogue, FormId, RuleSet, Scope } from '@sepakat/rules'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { submissionQuery } from '../../lib/submissionQueries.ts'
import { PageProblem } from '../../ui/PageProblem.tsx'
import { ClosedForm } from './ClosedForm.tsx'
import { FormSkeleton } from './frame/FormSkeleton.tsx'
import { OpenForm } from './OpenForm.tsx'
import { answersQuery, materialQuery, versionQuery } from './queries.ts'

/** One report: filled in while it is with the office, read afterwards. */
export default function FormPage() {
  const { id = '' } = useParams()
  const submission = useQuery(submissionQuery(id))
  if (submission.isError && !submission.data)
    return <PageProblem error={submission.error} onRetry={() => submission.refetch()} />
  if (!submission.data) return <FormSkeleton />
  if (!submission.data.readable) return <ClosedForm submission={submission.data} />
  return <Material key={`${id}/${submission.data.formVersion}`} submission={submission.data} />
}

type Given = Parameters<typeof OpenForm>[0]['submission']

function Material({ submission }: { submission: Given }) {
  const { id, form, formVersion } = submission
  const material = useQuery(materialQuery(id, formVersion))
  const version = useQuery(versionQuery(form, formVersion))
  const answers = useQuery(answersQuery(id))
  const kind = kinds[form as FormId]
  const failed = [material, version, answers].filter(query => query.isError && !query.data)
  if (failed[0]) return <PageProblem error={failed[0].error} onRetry={() => failed.map(query => query.refetch())} />
  if (!kind) return <PageProblem error={new Error(`no kind ${form}`)} onRetry={() => location.reload()} />
  if (!material.data || !version.data || !answers.data) return <FormSkeleton />
  return (
    <OpenForm
      submission={submission}
      kind={kind}
      catalogue={version.data.catalogue as unknown as Catalogue}
      rules={material.data.ruleSet as unknown as RuleSet}
      scope={material.data.scope as unknown as Scope}
      settings={material.data.settings}
      answers={answers.data}
    />
  )
}
