import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useIsOfOffice, useMay } from '#sync/session/me.tsx'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { QuestionTag } from './QuestionTag.tsx'
import type { Question } from './questionWords.ts'
import { questionsQuery } from './sharedQueries.ts'

/** Of an office what it was asked about its figures; of who asked, or acts in place of a post that has ended, what was answered. Nothing where there is nothing. */
export function QuestionWork() {
  const ofOffice = useIsOfOffice()
  const reads = useMay('figure.read')
  const { data } = useQuery({ ...questionsQuery({ open: true }), enabled: reads })
  const waiting = (data?.items ?? []).filter(({ status, mayClose }) =>
    ofOffice ? status === 'asked' : status === 'answered' && mayClose,
  )
  if (waiting.length === 0) return null
  return (
    <Part
      title={ofOffice ? 'Diminta menjelaskan angka' : 'Penjelasan yang Anda minta'}
      note={ofOffice ? 'Jawab pada angkanya.' : 'Sudah dijawab perangkat daerahnya; tutup bila sudah jelas.'}
    >
      <ul>
        {waiting.map(question => (
          <li key={question.id}>
            <Link to={pathOf(question)}>
              {[question.label, question.rowLabel, question.office.shortName, periodTitle(question.period)]
                .filter(Boolean)
                .join(' · ')}
            </Link>{' '}
            <QuestionTag questions={[question]} />
            <br />“{question.text}” {question.by.name}
          </li>
        ))}
      </ul>
    </Part>
  )
}

const pathOf = ({ office, form, period, code, row }: Question): string =>
  `${paths.figure({ office: office.id, form, period, code, row })}#penjelasan`
