import { useQuery } from '@tanstack/react-query'
import { FigureLink } from '#submissions/FigureLink.tsx'
import { QuestionTag } from '#submissions/QuestionTag.tsx'
import { questionsAt } from '#submissions/questionWords.ts'
import { questionsQuery } from '#submissions/sharedQueries.ts'
import type { Origin } from './originsOf.ts'
import styles from './Recap.module.css'

/** The offices that a figure comes from: each leads to the answers of its report. */
export function Origins({ origins }: { origins: readonly Origin[] }) {
  const [first] = origins
  const asked = useQuery({
    ...questionsQuery({ form: first?.place.form, period: first?.place.period, open: true }),
    enabled: first !== undefined,
  })
  if (origins.length === 0) return null
  return (
    <div className={styles.origins}>
      <p>
        <strong>Telusuri sampai isian dan buktinya:</strong>
      </p>
      <ul aria-label="Asal angka menurut perangkat daerah">
        {origins.map(({ place, words }) => (
          <li key={`${place.office} ${place.code} ${place.row}`}>
            <FigureLink place={place}>{words}</FigureLink>{' '}
            <QuestionTag questions={questionsAt(asked.data?.items, place)} />
          </li>
        ))}
      </ul>
    </div>
  )
}
