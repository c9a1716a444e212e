import type { Answers, FormId } from '@sepakat/rules'
import { buildForm } from '@sepakat/rules/form/buildForm.ts'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { stepsIn } from '@sepakat/rules/names/stepsOfRow.ts'
import { useQuery } from '@tanstack/react-query'
import { answersQuery, attachmentsQuery } from '#submissions/submissionQueries.ts'
import { useMaterial } from '#submissions/useMaterial.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates, useMe } from '#sync/session/me.tsx'
import { usePageTitle } from '#ui/usePageTitle.ts'
import { attachedCounts, besideOf } from '../model/beside.ts'
import { headOf } from './letterhead.ts'
import { Preparing, PrintDocument } from './PrintDocument.tsx'
import { printedDraft } from './printed.ts'

/** The current draft, marked as one. */
export function PrintedDraft({ submission }: { submission: Submission }) {
  const { region } = useMe()
  const dates = useDates()
  const material = useMaterial(submission)
  const kind = kinds[submission.form as FormId]
  const answers = useQuery(answersQuery(submission.id, submission.part))
  const files = useQuery(attachmentsQuery(submission.id))
  usePageTitle(`Cetak ${submission.title} ${submission.periodTitle}`)
  const failed = material.error ?? answers.error ?? files.error
  if (failed) return <PageProblem error={failed} />
  if (!material.given || !answers.data || !files.data || !kind) return <Preparing />
  const { scope, rules, catalogue } = material.given
  const form = buildForm(kind, catalogue, rules, scope)
  const given = answers.data.answers as Answers
  const beside = besideOf([], files.data.items)
  const evaluation = form.evaluate(given, attachedCounts(beside))
  return (
    <PrintDocument
      printed={printedDraft(form, given, evaluation, [...beside.files.values()].flat(), scope.sources)}
      letterhead={{ ...headOf(submission, region.name), standing: 'draf, belum dikirim', draft: true }}
      kind={kind}
      scope={scope}
      stepsAt={stepsIn(given, material.given)}
      facts={{
        'Draf per': dates.long(new Date(dates.now()).toISOString()),
      }}
      technical={{
        'Aturan penghitungan': rules.id,
        'Versi formulir': String(submission.formVersion),
      }}
    />
  )
}
