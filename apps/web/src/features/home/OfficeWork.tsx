import { useQuery } from '@tanstack/react-query'
import { ReportList } from '#submissions/ReportList.tsx'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates, useMe } from '#sync/session/me.tsx'
import { useOnline } from '#sync/transport/online.ts'
import { Contact } from '#ui/Contact.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { count } from '#ui/numbers.ts'
import { Part } from '#ui/Part.tsx'
import { ProgressBar } from '#ui/ProgressBar.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Chains } from './Chains.tsx'
import styles from './Home.module.css'
import { unfinishedQuery, yearQuery } from './queries.ts'
import { useOfflineNote } from './readyOffline.ts'
import { doneOf, sortWork } from './sortWork.ts'

const shownLater = 5

/** The office's tasks, what is with others, and what is done this year. */
export function OfficeWork() {
  const dates = useDates()
  const online = useOnline()
  const { contact } = useMe()
  const open = useQuery(unfinishedQuery(false))
  const practice = useQuery(unfinishedQuery(true))
  const year = dates.year()
  const all = useQuery(yearQuery(year))
  const note = useOfflineNote(open.data ? sortWork(open.data, dates.now()).todo : [], online)
  if (open.isPending) return <SkeletonRows rows={6} label="Memuat pekerjaan Anda…" />
  if (open.isError) return <ProblemPanel error={open.error} onRetry={() => open.refetch()} />
  const { todo, blocked, waiting, closed, later } = sortWork(open.data, dates.now())
  const then = [...todo.slice(1), ...blocked]
  const done = all.data && doneOf(all.data)
  return (
    <>
      <Part title="Perlu dikerjakan" note={note}>
        {todo.length > 0 ? (
          <ReportList label="Perlu dikerjakan" lines={todo.slice(0, 1)} lead />
        ) : (
          <EmptyState title="Tidak ada yang perlu dikerjakan sekarang">
            Laporan muncul di sini begitu periodenya dibuka atau verifikator mengembalikannya dengan catatan.
          </EmptyState>
        )}
      </Part>
      {then.length > 0 && (
        <Part title="Nanti">
          <ReportList label="Nanti" lines={then} />
        </Part>
      )}
      <Chains lines={open.data} worked={[...todo, ...blocked]} />
      {waiting.length > 0 && (
        <Part title="Menunggu orang lain">
          <ReportList label="Menunggu orang lain" lines={waiting} />
        </Part>
      )}
      {closed.length > 0 && (
        <Part title="Terlewat">
          <p>
            Periodenya sudah ditutup dan laporannya belum dimulai. Mintalah perpanjangan tenggat kepada{' '}
            <Contact contact={contact} about="SEPAKAT: kami memerlukan perpanjangan tenggat." />.
          </p>
          <ReportList label="Terlewat" lines={closed} />
        </Part>
      )}
      {later.length > 0 && (
        <Part title="Belum dibuka" note={`Berikutnya dibuka ${dates.longDay(dates.dayOf(later[0]?.opensAt ?? ''))}.`}>
          <ReportList label="Belum dibuka" lines={later.slice(0, shownLater)} />
        </Part>
      )}
      {practice.data && practice.data.length > 0 && (
        <Part title="Latihan" note="Untuk belajar; tidak dihitung di mana pun.">
          <ReportList label="Latihan" lines={practice.data} />
        </Part>
      )}
      {done && (
        <Part title={`Selesai tahun ${year}`}>
          <div className={styles.done}>
            <strong>
              {count(done.done)} dari {count(done.all)} laporan disetujui
            </strong>
            <ProgressBar filled={done.done} all={done.all} label={`Selesai tahun ${year}`} />
            <LinkButton to={paths.reports({ tahun: String(year) })} icon="list">
              Lihat semua
            </LinkButton>
          </div>
        </Part>
      )}
    </>
  )
}
