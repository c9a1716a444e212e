import { useQuery } from '@tanstack/react-query'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { RemoveDialog } from '#administration/RemoveDialog.tsx'
import { reportTypesText } from '#administration/reportTypes.ts'
import { type DialogEnds, useDialog } from '#administration/useDialog.ts'
import { announcementsQuery } from '#submissions/sharedQueries.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Said, useSaid } from '#ui/useSaid.tsx'
import { AnnouncementForm } from './AnnouncementForm.tsx'

export default function AnnouncementsPage() {
  const invalidate = useInvalidate()
  const dates = useDates()
  const all = useQuery(announcementsQuery)
  const { said, say } = useSaid()
  const published = async () => {
    await invalidate('GET /announcements')
    say('Pengumuman diterbitkan.')
  }
  const withdrawing = useDialog<Announcement>(say)
  if (all.isError) return <PageProblem error={all.error} onRetry={() => all.refetch()} />
  return (
    <>
      <PageHead
        title="Pengumuman"
        crumbs={adminCrumbs([], 'Pengumuman')}
        intro="Tampil di beranda semua orang yang mengurus jenis laporannya, sampai ditutup oleh pembacanya."
      />
      <Parts>
        <Said said={said} />
        <Part title="Yang berlaku dan yang akan datang">
          {all.isPending && <SkeletonRows rows={3} label="Memuat pengumuman…" />}
          {all.data?.items.length === 0 && (
            <EmptyState title="Belum ada pengumuman">Tulis yang pertama di bawah ini.</EmptyState>
          )}
          {all.data?.items.map(announcement => {
            const { id, text, from, to, reportTypes, by } = announcement
            return (
              <Callout
                key={id}
                title={text}
                actions={
                  <Button small kind="danger" onClick={() => withdrawing.open(announcement)}>
                    Cabut <span className="visually-hidden">pengumuman: {text}</span>
                  </Button>
                }
              >
                {reportTypesText(reportTypes)} · {dates.longDay(from)} sampai {dates.longDay(to)} · {by.name}
              </Callout>
            )
          })}
        </Part>
        <Part title="Pengumuman baru">
          <AnnouncementForm onDone={published} />
        </Part>
      </Parts>
      {withdrawing.about && <WithdrawDialog announcement={withdrawing.about} {...withdrawing.ends} />}
    </>
  )
}

type Announcement = ResponseOf<'GET /announcements'>['items'][number]

function WithdrawDialog({ announcement: { id, text }, onClose, onDone }: { announcement: Announcement } & DialogEnds) {
  return (
    <RemoveDialog
      title="Cabut pengumuman ini?"
      label="Cabut pengumuman"
      busy="Mencabut…"
      remove={() => api('DELETE /announcements/:id', { params: { id } })}
      stale={['GET /announcements']}
      onClose={onClose}
      onRemoved={() => onDone('Pengumuman dicabut.')}
    >
      <p>“{text}” tidak tampil lagi di beranda siapa pun, dan tidak dapat dikembalikan.</p>
    </RemoveDialog>
  )
}
