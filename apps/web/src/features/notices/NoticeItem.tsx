import type { NoticeMail } from '@sepakat/rules/notices/noticeKinds.ts'
import { noticeKindLabels } from '@sepakat/rules/notices/noticeKinds.ts'
import { noticeState, noticeSubject } from '@sepakat/rules/notices/noticeWords.ts'
import { longDay } from '@sepakat/rules/periods/dates.ts'
import { Link } from 'react-router'
import { Button } from '#ui/Button.tsx'
import { paths } from '#ui/paths.ts'
import { Tag } from '#ui/Tag.tsx'
import styles from './Notices.module.css'
import type { Notice } from './noticesQuery.ts'

const mailWords: Record<NoticeMail, string> = {
  none: '',
  waiting: 'surat elektronik segera dikirim',
  sent: 'juga dikirim lewat surat elektronik',
  refused: 'surat elektroniknya ditolak server penerima',
  unknown: 'server surat tidak memberi kepastian bahwa surat elektroniknya terkirim',
  stale: 'tidak dikirim lewat surat elektronik karena harinya lewat atau laporannya sudah masuk',
}

/** Where the person goes on with a report. */
const pathOf = (kind: Notice['kind'], { submission, obligation }: Notice['lines'][number]): string => {
  if (kind === 'digest' && submission !== null) return paths.review(submission)
  if (kind === 'escalation') return paths.reports()
  return submission === null ? paths.home(obligation === null ? {} : { report: obligation }) : paths.form(submission)
}

/** One notice: what it is about, on which day, and the reports in it. */
export function NoticeItem({ notice, onRead }: { notice: Notice; onRead: () => void }) {
  const { kind, day, lines, count, asked, readAt, mail } = notice
  const subject = noticeSubject(kind, notice)
  return (
    <li id={notice.id} className={styles.notice}>
      <h2 className={styles.subject}>
        {subject}{' '}
        {readAt === null && (
          <Tag tone="info" icon="notices">
            Baru
          </Tag>
        )}
      </h2>
      <p className={styles.about}>
        {[noticeKindLabels[kind], longDay(day), mailWords[mail]].filter(Boolean).join(' · ')}
      </p>
      {asked && (
        <p>
          {asked.by} mengingatkan Anda{asked.message ? `: “${asked.message}”` : '.'}
        </p>
      )}
      <ul className={styles.lines}>
        {lines.map(line => (
          <li key={line.obligation ?? line.submission}>
            <Link to={pathOf(kind, line)}>
              {line.title}, {line.periodTitle}
            </Link>
            <span className={styles.state}>
              {line.office}: {noticeState(line, day)}
            </span>
          </li>
        ))}
      </ul>
      {count > lines.length && <p>dan {count - lines.length} laporan lain</p>}
      {readAt === null && (
        <Button small icon="check" onClick={onRead} aria-label={`Tandai sudah dibaca: ${subject}, ${longDay(day)}`}>
          Sudah dibaca
        </Button>
      )}
    </li>
  )
}
