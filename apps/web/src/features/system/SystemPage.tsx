import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates } from '#sync/session/me.tsx'
import { queryOf } from '#sync/transport/queryOf.ts'
import { Callout } from '#ui/Callout.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Markdown } from '#ui/Markdown.tsx'
import { count } from '#ui/numbers.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { Parts } from '#ui/Part.tsx'
import { Tag } from '#ui/Tag.tsx'
import styles from './System.module.css'

type State = ResponseOf<'GET /system'>

/** Whether the services users depend on are healthy, and what is new. */
export default function SystemPage() {
  const state = useQuery({ ...queryOf('GET /system'), refetchInterval: 30_000 })
  if (state.isError && !state.data) return <PageProblem error={state.error} onRetry={() => state.refetch()} />
  if (!state.data) return <PageSkeleton title="Keadaan sistem" label="Memeriksa keadaan sistem…" />
  return <SystemShown state={state.data} />
}

function SystemShown({ state }: { state: State }) {
  const dates = useDates()
  const { version, since, now, database, jobs, mail, backup, news } = state
  return (
    <>
      <PageHead title="Keadaan sistem" intro={`Diperiksa ${dates.short(now)}; diperbarui sendiri.`} />
      <Parts>
        <Facts
          facts={{
            Server: `versi ${version}, berjalan sejak ${dates.short(since)}`,
            'Basis data': `menjawab dalam ${count(database.milliseconds)} milidetik`,
            'Pekerjaan latar': <Said well={jobs.well}>{jobsSaid(jobs, dates.ago)}</Said>,
            'Surat elektronik': mailSaid(mail, dates.ago),
            Cadangan:
              // A new installation has a week before it is warned; until then nothing missing is called healthy
              backup.well && backup.drilledAt === null ? (
                backupSaid(backup, dates.ago)
              ) : (
                <Said well={backup.well} unwell="Perlu tindakan">
                  {backupSaid(backup, dates.ago)}
                </Said>
              ),
          }}
        />
        {mail.refused.length > 0 && (
          <Callout tone="warn" title={`${count(mail.refused.length)} alamat surat elektronik ditolak server penerima`}>
            Mintalah pemiliknya memperbaiki alamatnya di halaman Akun:{' '}
            {mail.refused.map(({ name, at, code }) => `${name} (${code}, ${dates.short(at)})`).join('; ')}.
          </Callout>
        )}
        {!backup.well && (
          <Callout tone="warn" title={unwellBackup(backup)}>
            Yang mengelola server menjalankan <code>npm run backup</code>, lalu <code>npm run restore -- --drill</code>,
            dan menyimpan salinannya di luar server itu.
          </Callout>
        )}
        <section className={styles.news} aria-label="Apa yang baru">
          <Markdown text={news} level={2} />
        </section>
      </Parts>
    </>
  )
}

function Said({ well, unwell = 'Terganggu', children }: { well: boolean; unwell?: string; children: ReactNode }) {
  return (
    <>
      {well ? (
        <Tag tone="good" icon="check-circle">
          Baik
        </Tag>
      ) : (
        <Tag tone="wrong" icon="alert">
          {unwell}
        </Tag>
      )}{' '}
      {children}
    </>
  )
}

/** The jobs that serve users, and since when they have not run. */
function jobsSaid({ lastAt, overdue, failed }: State['jobs'], ago: (instant: string) => string): string {
  const last = lastAt === null ? 'belum pernah berjalan' : `terakhir berjalan ${ago(lastAt)}`
  const waiting = overdue > 0 ? `; ${count(overdue)} menunggu terlalu lama` : ''
  return `${last}${waiting}${failed > 0 ? `; ${count(failed)} gagal sehari ini` : ''}`
}

/** Whether notices go by mail, and how many wait for the mail server. */
function mailSaid({ on, waiting, lastAt }: State['mail'], ago: (instant: string) => string): string {
  if (!on) return 'belum dinyalakan; pemberitahuan hanya tampil di aplikasi ini'
  const last = lastAt === null ? 'belum ada yang dikirim' : `terakhir dikirim ${ago(lastAt)}`
  return waiting > 0 ? `${last}; ${count(waiting)} menunggu server surat` : last
}

function unwellBackup({ lastAt, drilledAt, drillWell }: State['backup']): string {
  if (drillWell === false) return 'Cadangan yang diuji tidak utuh'
  if (lastAt === null) return 'Cadangan belum pernah dibuat'
  if (drilledAt === null) return 'Pemulihan dari cadangan belum pernah diuji'
  return 'Cadangan atau uji pemulihannya lebih lama dari sepekan'
}

/** Of when the newest backup is, and when a restore was last tested. */
function backupSaid({ lastAt, drilledAt, drillWell }: State['backup'], ago: (instant: string) => string): string {
  const last = lastAt === null ? 'belum pernah dibuat' : `terakhir ${ago(lastAt)}`
  if (drilledAt === null) return `${last}; pemulihannya belum pernah diuji`
  return `${last}; uji pemulihan terakhir ${ago(drilledAt)}${drillWell ? '' : ', ada yang tidak utuh'}`
}
