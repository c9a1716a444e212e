import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Link } from 'react-router'
import { PagedList } from '#sync/problems/PagedList.tsx'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { NoticeItem } from './NoticeItem.tsx'
import styles from './Notices.module.css'
import { noticesQuery } from './noticesQuery.ts'

/** What a person was told: newest first, with the way to each report. */
export default function NoticesPage() {
  const list = useInfiniteQuery(noticesQuery)
  const invalidate = useInvalidate()
  const read = useMutation({
    mutationFn: (notices: string[] | null) => api('POST /notices/read', { body: { notices } }),
    onSuccess: () => {
      announce('Ditandai sudah dibaca.')
      return invalidate('GET /notices', 'GET /notices/unread')
    },
  })
  const isNew = list.data?.pages.some(({ items }) => items.some(({ readAt }) => readAt === null)) === true
  return (
    <>
      <PageHead
        title="Pemberitahuan"
        intro={
          <>
            Keadaan laporan pada hari pemberitahuannya. Yang dikirim lewat surat elektronik diatur di{' '}
            <Link to={paths.account()}>halaman Akun</Link>.
          </>
        }
        actions={
          isNew && (
            <Button icon="check" busy={read.isPending && 'Menandai…'} onClick={() => read.mutate(null)}>
              Tandai semua sudah dibaca
            </Button>
          )
        }
      />
      {read.isError && <ProblemPanel error={read.error} />}
      <PagedList
        of={list}
        rows={6}
        noun="pemberitahuan"
        loading="Memuat pemberitahuan…"
        empty={<EmptyState title="Belum ada pemberitahuan">Pengingat tenggat akan muncul di sini.</EmptyState>}
      >
        {notices => (
          <ul className={styles.notices}>
            {notices.map(notice => (
              <NoticeItem key={notice.id} notice={notice} onRead={() => read.mutate([notice.id])} />
            ))}
          </ul>
        )}
      </PagedList>
    </>
  )
}
