import type { FormId, Scope } from '@sepakat/rules'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { stepsIn } from '@sepakat/rules/names/stepsOfRow.ts'
import { archiveMark } from '@sepakat/rules/words/sourceWords.ts'
import { useQuery } from '@tanstack/react-query'
import { bodyOf } from '#submissions/revisionBody.ts'
import { revisionQuery } from '#submissions/submissionQueries.ts'
import { useMaterial } from '#submissions/useMaterial.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates, useMe } from '#sync/session/me.tsx'
import { usePageTitle } from '#ui/usePageTitle.ts'
import { receiptFacts, receiptProof } from '../submit/receiptFacts.ts'
import { useSeal } from '../submit/useSeal.ts'
import { headOf } from './letterhead.ts'
import { Preparing, PrintDocument } from './PrintDocument.tsx'
import { PrintedReceipt } from './PrintedReceipt.tsx'
import { printedRevision } from './printed.ts'

/** A frozen submission, or its receipt alone. */
export function PrintedRevision({
  submission,
  n,
  receiptOnly,
}: {
  submission: Submission
  n: number
  receiptOnly: boolean
}) {
  const { region } = useMe()
  const dates = useDates()
  const revision = useQuery(revisionQuery(submission.id, n))
  const seal = useSeal(submission.id, n)
  const material = useMaterial(submission)
  const kind = kinds[submission.form as FormId]
  usePageTitle(`${receiptOnly ? 'Tanda terima' : 'Cetak'} ${submission.title} ${submission.periodTitle}`)
  if (revision.isError) return <PageProblem error={revision.error} onRetry={() => revision.refetch()} />
  if (!revision.data || !kind || material.pending) return <Preparing />
  const { receipt, at, by, sha256, ruleSet, evaluated, status, corrects, corrected } = revision.data
  const archived = status === 'archive' && `${archiveMark}, nomor ${receipt}`
  const standing =
    archived || (evaluated ? `hasil penilaian, nomor ${receipt}` : `kiriman ke-${n}, tanda terima ${receipt}`)
  const body = bodyOf(revision.data)
  const head = headOf(submission, region.name)
  const given = { number: receipt, revision: n, at, sha256 }
  const facts = receiptFacts(given, dates.long)
  const proof = receiptProof(given, seal, dates.long)
  if (receiptOnly) return <PrintedReceipt {...head} by={by.name} facts={facts} proof={proof} />
  return (
    <PrintDocument
      printed={printedRevision(body)}
      letterhead={{ ...head, standing, draft: false }}
      kind={kind}
      scope={material.given?.scope ?? bareScope(submission)}
      correction={corrects && { about: corrects, cells: corrected }}
      stepsAt={material.given ? stepsIn(body.answers, material.given, body.words) : undefined}
      facts={{
        ...facts,
        [evaluated ? 'Ditetapkan oleh' : 'Dikirim oleh']: by.name,
      }}
      technical={{
        ...proof,
        'Aturan penghitungan': ruleSet,
        'Versi formulir': String(body.formVersion ?? submission.formVersion),
      }}
    />
  )
}

/** Enough to name things by, where the form itself may not be read any more. */
const bareScope = ({ office, period }: Submission): Scope => ({
  office,
  period,
  rows: '*',
  plan: { from: Number(period.slice(0, 4)), to: Number(period.slice(0, 4)) },
  sources: {},
})
