import type { LeaderSummary } from '@sepakat/rules'
import { useQuery } from '@tanstack/react-query'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { queryOf } from '#sync/transport/queryOf.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { BehindOffices } from './BehindOffices.tsx'
import styles from './Leader.module.css'
import { LeaderSentence } from './LeaderSentence.tsx'

const leaderQuery = (year: number) => queryOf('GET /leader', { query: { year } })

/** What a leader reads first: five sentences with their figures, why one is low, and who is furthest behind. */
export function LeaderHome() {
  const dates = useDates()
  const year = dates.year()
  const summary = useQuery(leaderQuery(year))
  if (summary.isPending) return <SkeletonRows rows={8} label="Memuat ringkasan untuk pimpinan…" />
  if (summary.isError) return <ProblemPanel error={summary.error} onRetry={() => summary.refetch()} />
  const { at, ...read } = summary.data
  // forms and periods are texts on the wire
  const { sentences, behind } = read as LeaderSummary
  return (
    <>
      <Part title="Keadaan daerah" note={`menurut data ${dates.short(at)}`}>
        <ul className={styles.sentences}>
          {sentences.map(sentence => (
            <LeaderSentence key={sentence.id} sentence={sentence} />
          ))}
        </ul>
        <p className={styles.onward}>
          <LinkButton to={paths.dashboards({ tahun: String(year) })} icon="chart">
            Buka dasbor
          </LinkButton>
          <LinkButton to={paths.overview({ tahun: String(year) })} icon="list" kind="quiet">
            Keadaan tiap laporan
          </LinkButton>
        </p>
      </Part>
      <BehindOffices behind={behind} />
    </>
  )
}
