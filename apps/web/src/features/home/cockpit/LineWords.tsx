import type { ReactNode } from 'react'
import { filledWords } from '#submissions/reportName.ts'
import { useDates } from '#sync/session/me.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import { count } from '#ui/numbers.ts'
import { StatusTag } from '#ui/StatusTag.tsx'
import styles from './Cockpit.module.css'
import type { CockpitLineData } from './cockpitQuery.ts'

/** What came of reminding. */
export interface Said {
  sentence: string
  failed: boolean
}

/** What came of reminding it just now, or when it was reminded last. */
export function Reminded({ said, line: { reminder } }: { said: Said | null; line: CockpitLineData }) {
  const dates = useDates()
  return (
    <small className={styles.said}>
      <Icon name={said?.failed ? 'alert' : 'send'} size={14} />
      {said?.sentence ?? (reminder && `Terakhir diingatkan ${dates.ago(reminder.at)} oleh ${reminder.by}`)}
    </small>
  )
}

/** Its state and due date, and what is missing of it. */
export function Details({ line }: { line: CockpitLineData }): ReactNode {
  const dates = useDates()
  const filled = line.progress && line.status === 'draft' ? filledWords(line.progress) : ''
  const words = [
    line.why !== 'asked' && line.dueAt && `tenggat ${dates.shortDay(dates.dayOf(line.dueAt))}`,
    line.why === 'not-begun' && line.dueAt && dates.due(line.dueAt),
    line.closed && 'periodenya sudah ditutup, perpanjang dahulu',
    filled,
    line.openNotes > 0 && `${count(line.openNotes)} catatan`,
    line.reason && `“${line.reason}”`,
  ].filter(Boolean)
  return (
    <>
      <StatusTag status={line.status} /> {words.join(' · ')}
    </>
  )
}
