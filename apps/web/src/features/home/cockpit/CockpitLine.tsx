import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { OfficeLink } from '#submissions/OfficeLink.tsx'
import { readingPath } from '#submissions/reportAction.ts'
import { reportName } from '#submissions/reportName.ts'
import { useDates } from '#sync/session/me.tsx'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { cx } from '#ui/cx.ts'
import { Icon } from '#ui/icons/Icon.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { paths } from '#ui/paths.ts'
import styles from './Cockpit.module.css'
import { Contacts } from './Contacts.tsx'
import type { CockpitLineData } from './cockpitQuery.ts'
import { waiting, whyWords } from './cockpitWords.ts'
import { ExtendLine } from './ExtendLine.tsx'
import { Details, Reminded, type Said } from './LineWords.tsx'
import { MessagePanel } from './MessagePanel.tsx'
import { RemindButton } from './RemindButton.tsx'
import { focusBeside } from './useLineKeys.ts'

type Tool = 'message' | 'extend'

/** A report to follow up: whose, which, why, whom to call, and what can be done about it here. */
export function CockpitLine({
  line,
  done,
  gone,
  onOpen,
  onDone,
}: {
  line: CockpitLineData
  /** What was done about it here, where it is in its list still. */
  done: string | null
  /** Its list no longer has it; it is here because a panel of it is open. */
  gone: boolean
  onOpen: (open: boolean) => void
  onDone: (sentence: string) => void
}) {
  const dates = useDates()
  const [open, setOpen] = useState<Tool | null>(null)
  // those that were opened stay, hidden, with what was typed
  const [touched, setTouched] = useState<readonly Tool[]>([])
  const [said, setSaid] = useState<Said | null>(null)
  // an answer may come when another panel is open already
  const now = useRef(open)
  now.current = open
  const row = useRef<HTMLLIElement>(null)
  const name = `${reportName(line)}, ${line.office.shortName}`
  const withOffice = line.obligation !== null && !waiting(line)
  const tell = (sentence: string, pressed: Element | null) => {
    setSaid({ sentence, failed: pressed === null })
    announce(sentence)
    if (pressed !== null) focusBeside(line.id, pressed)
  }
  const show = (tool: Tool | null) => {
    setOpen(tool)
    if (tool) setTouched(known => [...known.filter(one => one !== tool), tool])
    onOpen(tool !== null)
  }
  const discard = (tool: Tool) => setTouched(known => known.filter(one => one !== tool))
  const close = () => {
    row.current?.querySelector<HTMLElement>(`button[data-act="${open}"]`)?.focus()
    show(null)
  }
  const act = (tool: Tool, icon: 'note' | 'calendar', label: string) => (
    <Button
      small
      kind="quiet"
      icon={icon}
      data-act={tool}
      aria-expanded={open === tool}
      aria-label={`${label}: ${name}`}
      onClick={() => show(open === tool ? null : tool)}
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
      {gone && <small className={styles.said}>Laporan ini sudah tidak ada di daftar ini.</small>}
      {done !== null && (
        <small className={styles.said}>
          <Icon name="check-circle" size={14} /> {done}
        </small>
      )}
      {(said ?? line.reminder) && <Reminded said={said} line={line} />}
      {touched.includes('message') && <MessagePanel line={line} open={open === 'message'} onClose={close} />}
      {touched.includes('extend') && (
        <ExtendLine
          line={line}
          name={name}
          open={open === 'extend'}
          onClose={close}
          onDiscard={() => {
            close()
            discard('extend')
          }}
          onDone={(sentence, pressed) => {
            focusBeside(line.id, pressed)
            discard('extend')
            onDone(sentence)
            if (now.current === 'extend') show(null)
          }}
        />
      )}
    </li>
  )
}

const pathOf = ({ submission, status, office, period, why }: CockpitLineData): string => {
  if (submission === null || status === 'not-begun') return paths.reports({ opd: office.id, periode: period })
  return why === 'asked' ? paths.review(submission) : readingPath(submission, status)
}
