import { useInfiniteQuery } from '@tanstack/react-query'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { Pager } from '#ui/Pager.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TechnicalDetails } from '#ui/TechnicalDetails.tsx'
import { eventsQuery } from '../queries.ts'
import styles from './History.module.css'
import { type Known, timelineOf } from './timelineOf.ts'

/** The events of the report, newest first: who, as what, when. */
export function Timeline({ id, known }: { id: string; known: Known }) {
  const dates = useDates()
  const list = useInfiniteQuery(eventsQuery(id))
  if (list.isPending) return <SkeletonRows rows={6} label="Memuat riwayat…" />
  if (list.isError) return <ProblemPanel error={list.error} onRetry={() => list.refetch()} />
  const events = list.data.pages.flatMap(page => page.items)
  const entries = timelineOf(events, known)
  return (
    <>
      <ol className={styles.timeline}>
        {entries.map(entry => (
          <li key={entry.seq}>
            <time dateTime={entry.at} title={dates.long(entry.at)}>
              {dates.short(entry.at)}
            </time>
            <div className={styles.told}>
              <p>
                <strong>{entry.by.name || 'Seseorang yang tidak lagi tercatat'}</strong>
                {entry.by.title && ` (${entry.by.title})`} {entry.did}.
              </p>
              {entry.quote && <blockquote>{entry.quote}</blockquote>}
            </div>
          </li>
        ))}
      </ol>
      <Pager
        shown={events.length}
        noun="peristiwa"
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => list.fetchNextPage()}
      />
      <TechnicalDetails facts={Object.fromEntries(entries.map(({ seq, hash }) => [`Jejak peristiwa ${seq}`, hash]))} />
    </>
  )
}
