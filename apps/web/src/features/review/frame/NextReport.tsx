import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { reportName } from '#submissions/reportName.ts'
import { useMay } from '#sync/session/me.tsx'
import { useReviewer } from '#sync/session/useReviewer.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { paths } from '#ui/paths.ts'
import { queueQuery } from '../queries.ts'

/** After a decision: the next report of this reviewer's own, else the next that waits; it has the focus, so Enter goes on. */
export function NextReport({ after }: { after: string }) {
  const reviews = useMay('submission.review')
  const reviewer = useReviewer()
  const own = useInfiniteQuery({
    ...queueQuery({ status: 'in-review,second-review', mine: true, reviewer }),
    enabled: reviews,
  })
  const waiting = useInfiniteQuery({
    ...queueQuery({ status: 'submitted,second-review', reviewer }),
    enabled: reviews,
  })
  const box = useRef<HTMLSpanElement>(null)
  const ready = !own.isPending && !waiting.isPending
  const line = [own, waiting]
    .flatMap(list => list.data?.pages.flatMap(page => page.items) ?? [])
    .find(({ submission }) => submission !== null && submission !== after)
  useEffect(() => {
    if (ready) box.current?.querySelector('a')?.focus()
  }, [ready])
  if (!reviews) return <LinkButton to={paths.home()}>Ke beranda</LinkButton>
  return (
    <span ref={box} style={{ display: 'contents' }}>
      {line && (
        <LinkButton kind="primary" to={paths.review(line.submission ?? '')}>
          Berikutnya: {reportName(line)}, {line.office.shortName}
        </LinkButton>
      )}
      <LinkButton kind={ready && !line ? 'primary' : 'secondary'} to={paths.queue()}>
        Ke antrean pemeriksaan
      </LinkButton>
    </span>
  )
}
