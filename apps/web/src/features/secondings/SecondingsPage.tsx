import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { decidedQuery, type Seconding, waitingQuery } from '#administration/seconding.ts'
import { useDialog } from '#administration/useDialog.ts'
import { PagedList } from '#sync/problems/PagedList.tsx'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Said, useSaid } from '#ui/useSaid.tsx'
import { DecidedTable } from './DecidedTable.tsx'
import { DeclineDialog } from './DeclineDialog.tsx'
import { WaitingCard } from './WaitingCard.tsx'

/** Rights that take two people: pending requests, for those who may decide; and decisions, for oversight. */
export default function SecondingsPage() {
  const waiting = useQuery(waitingQuery())
  const decided = useInfiniteQuery(decidedQuery)
  const { said, say } = useSaid()
  const declining = useDialog<Seconding>(say)
  const failed = waiting.isError ? waiting : decided.isError ? decided : null
  if (failed) return <PageProblem error={failed.error} onRetry={() => failed.refetch()} />
  return (
    <>
      <PageHead
        title="Persetujuan kedua"
        crumbs={adminCrumbs([], 'Persetujuan kedua')}
        intro="Hak atas laporan diminta oleh pengelola dan disetujui oleh pengelola lain atau pejabat pengesah. Yang berlaku tanpa orang kedua pun tercatat di sini."
      />
      <Parts>
        <Said said={said} />
        <Part title="Menunggu persetujuan kedua">
          {waiting.isPending && <SkeletonRows rows={3} label="Memuat yang menunggu…" />}
          {waiting.data?.items.length === 0 && <EmptyState title="Tidak ada yang menunggu" />}
          {waiting.data?.items.map(one => (
            <WaitingCard key={one.id} seconding={one} onApproved={say} onDecline={declining.open} />
          ))}
        </Part>
        <Part title="Yang sudah diputuskan">
          <PagedList
            of={decided}
            rows={4}
            loading="Memuat yang sudah diputuskan…"
            noun="keputusan"
            empty={
              <EmptyState title="Belum ada yang diputuskan">
                Setiap pemberian hak tercatat di sini, juga yang berlaku tanpa orang kedua.
              </EmptyState>
            }
          >
            {done => <DecidedTable secondings={done} />}
          </PagedList>
        </Part>
      </Parts>
      {declining.about && <DeclineDialog seconding={declining.about} {...declining.ends} />}
    </>
  )
}
