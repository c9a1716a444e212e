import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Submission } from '#sync/apiTypes.ts'
import { useMay } from '#sync/session/me.tsx'
import { Callout } from '#ui/Callout.tsx'
import { late } from '#ui/late.tsx'
import { paths } from '#ui/paths.ts'
import { questionsQuery } from './sharedQueries.ts'
import { useFocusBeside } from './useFocusBeside.ts'

/** Most reports have no question. */
const QuestionItem = late(async () => (await import('./QuestionItem.tsx')).QuestionItem)

type OfReport = Pick<Submission, 'office' | 'form' | 'period'>

/** What was asked about figures of a report, of all its numbers, until it is closed: one line that opens, nothing where there is nothing. */
export function ReportQuestions({ of: { office, form, period } }: { of: OfReport }) {
  const reads = useMay('figure.read')
  const { data } = useQuery({ ...questionsQuery({ form, period, open: true }), enabled: reads })
  const own = (data?.items ?? []).filter(one => one.office.id === office.id)
  useFocusBeside(own.map(({ id }) => id))
  if (own.length === 0) return null
  return (
    <Callout folded tone="warn" title={`Penjelasan yang diminta atas angka laporan ini: ${own.length}`}>
      {own.map(question => (
        <div key={question.id} data-line-of={question.id}>
          <Link to={paths.figure({ ...question, office: office.id })}>
            {[question.label, question.rowLabel].filter(Boolean).join(' · ')}
          </Link>
          <QuestionItem question={question} />
        </div>
      ))}
    </Callout>
  )
}
