import { type ReactNode, useRef, useState } from 'react'
import { Link } from 'react-router'
import { OfficeLink } from '#submissions/OfficeLink.tsx'
import { readingPath } from '#submissions/reportAction.ts'
import { filledWords, reportName } from '#submissions/reportName.ts'
import { useDates } from '#sync/session/me.tsx'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { cx } from '#ui/cx.ts'
import { Icon } from '#ui/icons/Icon.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { count } from '#ui/numbers.ts'
import { paths } from '#ui/paths.ts'
import { StatusTag } from '#ui/StatusTag.tsx'
import styles from './Cockpit.module.css'
import { Contacts } from './Contacts.tsx'
import type { CockpitLineData } from './cockpitQuery.ts'
import { waiting, whyWords } from './cockpitWords.ts'
import { ExtendLine } from './ExtendLine.tsx'
import { MessagePanel } from './MessagePanel.tsx'
import { RemindButton } from './RemindButton.tsx'
import { focusBeside } from './useLineKeys.ts'

type Panel = 'message' | 'extend'

/** A report to follow up: whose, which, why, whom to call, and what can be done about it here. */
export function CockpitLine({ line, onDone }: { line: CockpitLineData; onDone: (sentence: string) => void }) {
  const dates = useDates()
  const [open, setOpen] = useState<Panel | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const row = useRef<HTMLLIElement>(null)
  const name = `${reportName(line)}, ${line.office.shortName}`
  const withOffice = line.obligation !== null && !waiting(line)
  const tell = (sentence: string, isDone: boolean) => {
    setSaid(sentence)
    announce(sentence)
    if (isDone) focusBeside(line.id)
  }
  const close = () => {
    const act = open
    setOpen(null)
    row.current?.querySelector<HTMLElement>(`button[data-act="${act}"]`)?.focus()
  }
  const act = (panel: Panel, icon: 'note' | 'calendar', label: string) => (
    <Button
      small
      kind="quiet"
      icon={icon}
      data-act={panel}
      aria-expanded={open === panel}
      aria-label={`${label}: ${name}`}
      onClick={() => setOpen(open === panel ? null : panel)}
    >
      {label}
    </Button>
  )
  return (
    <li
      ref={row}
      data-cockpit={line.id}
      className={styles.line}
      onKeyDown={event => {
        if (event.key === 'Escape' && open !== null) close()
      }}
    >
      <span className={styles.name}>
        <Link to={pathOf(line)} data-line={line.id} className={styles.report}>
          {reportName(line)}
        </Link>
        <OfficeLink office={line.office} short className={styles.office} />
      </span>
      <span className={styles.why}>
        <span className={cx(line.why === 'late' && styles.late)}>{whyWords(line, dates)}</span>
        <small>
          <Details line={line} />
        </small>
      </span>
      <Contacts line={line} />
      <span className={styles.acts}>
        {line.why === 'asked' ? (
          <LinkButton small to={pathOf(line)} aria-label={`Tinjau: ${name}`}>
            Tinjau
          </LinkButton>
        ) : (
          act('message', 'note', 'Pesan')
        )}
        {withOffice && <RemindButton line={line} name={name} onSaid={tell} />}
        {withOffice && act('extend', 'calendar', 'Perpanjang')}
      </span>
      {(said ?? line.reminder) && <Reminded said={said} line={line} />}
      {open === 'message' && <MessagePanel line={line} onClose={close} />}
      {open === 'extend' && <ExtendLine line={line} name={name} onClose={close} onDone={onDone} />}
    </li>
  )
}

/** What came of reminding it just now, or when it was reminded last. */
function Reminded({ said, line: { reminder } }: { said: string | null; line: CockpitLineData }) {
  const dates = useDates()
  return (
    <small className={styles.said}>
      <Icon name="send" size={14} />
      {said ?? (reminder && `Terakhir diingatkan ${dates.ago(reminder.at)} oleh ${reminder.by}`)}
    </small>
  )
}

const pathOf = ({ submission, status, office, period, why }: CockpitLineData): string => {
  if (submission === null || status === 'not-begun') return paths.reports({ opd: office.id, periode: period })
  return why === 'asked' ? paths.review(submission) : readingPath(submission, status)
}

/** Its state and due date, and what is missing of it. */
function Details({ line }: { line: CockpitLineData }): ReactNode {
  const dates = useDates()
  const filled = line.progress && line.status === 'draft' ? filledWords(line.progress) : ''
  const words = [
    line.why !== 'asked' && line.dueAt && `tenggat ${dates.shortDay(dates.dayOf(line.dueAt))}`,
    line.why === 'not-begun' && line.dueAt && dates.due(line.dueAt),
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
