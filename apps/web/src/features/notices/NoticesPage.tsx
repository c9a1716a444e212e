import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { PagedList } from '#sync/problems/PagedList.tsx'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { queryOf } from '#sync/transport/queryOf.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { paths } from '#ui/paths.ts'
import { NoticeItem } from './NoticeItem.tsx'
import styles from './Notices.module.css'
import { type Notice, noticesQuery } from './noticesQuery.ts'

/** What a person was told: newest first, with the way to each report. */
export default function NoticesPage() {
  const list = useInfiniteQuery(noticesQuery)
  const unread = useQuery(queryOf('GET /notices/unread'))
  const invalidate = useInvalidate()
  // what came meanwhile was not shown, and is not marked
  const newest = list.data?.pages[0]?.items[0]
  const read = useMutation({
    mutationFn: (one: Notice | null) =>
      api('POST /notices/read', {
        body: one ? { notices: [one.id], upTo: null } : { notices: null, upTo: newest?.at ?? null },
      }),
    onMutate: () => document.activeElement,
    onSuccess: (_, one, pressed) => {
      announce('Ditandai sudah dibaca.')
      focusBeside(one, pressed)
      return invalidate('GET /notices', 'GET /notices/unread')
    },
  })
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
          newest !== undefined &&
          (unread.data?.unread ?? 0) > 0 && (
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
              <NoticeItem key={notice.id} notice={notice} onRead={() => read.mutate(notice)} />
            ))}
          </ul>
        )}
      </PagedList>
    </>
  )
}

/** The pressed button goes away: reading goes on at the next notice, or at the heading where there is none. */
function focusBeside(one: Notice | null, pressed: Element | null): void {
  const now = document.activeElement
  if (now !== pressed && now !== document.body) return
  const next = one && document.getElementById(one.id)?.nextElementSibling?.querySelector<HTMLElement>('a')
  const target = next ?? document.querySelector<HTMLElement>('h1')
  target?.focus()
}
