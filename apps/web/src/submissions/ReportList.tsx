import { heldDue, shownDue } from '@sepakat/rules/workflow/heldDue.ts'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import type { ReportLine } from '#sync/apiTypes.ts'
import { useCreatedHere } from '#sync/cache/createdHere.ts'
import { useDates, useMe } from '#sync/session/me.tsx'
import { cx } from '#ui/cx.ts'
import { count } from '#ui/numbers.ts'
import { lineId } from '#ui/paths.ts'
import { StatusTag } from '#ui/StatusTag.tsx'
import { Tag } from '#ui/Tag.tsx'
import { ComesFirst } from './ComesFirst.tsx'
import { ReportAction } from './ReportAction.tsx'
import styles from './ReportList.module.css'
import { asCreatedHere, isClosed } from './reportAction.ts'
import { filledWords, reportName } from './reportName.ts'

/**
 * Reports as lines to act on: title, status, due date, and the one next step. `lead`: that of the first line is the next
 * step of the page; all others are plain links.
 */
export function ReportList({
  lines,
  withOffice,
  label,
  lead = false,
}: {
  lines: readonly ReportLine[]
  withOffice?: boolean
  label: string
  lead?: boolean
}) {
  const here = useCreatedHere(useMe().person.id)
  return (
    <ul className={styles.list} aria-label={label}>
      {lines.map((line, at) => (
        <Line key={`${line.obligation}/${line.submission}`} {...{ line, here, withOffice }} plain={!lead || at > 0} />
      ))}
    </ul>
  )
}

interface LineProps {
  line: ReportLine
  /** Reports created on this device. */
  here: ReadonlySet<string>
  withOffice: boolean | undefined
  plain: boolean
}

/** Scrolls to the line named by the address, also when the list loads after the page. */
function useNamedLine(id: string | undefined) {
  const line = useRef<HTMLLIElement>(null)
  // changes on each press of a link, also the same one
  const location = useLocation()
  useEffect(() => {
    if (id !== undefined && location.hash === `#${id}`) line.current?.focus()
  }, [id, location])
  return line
}

function Line({ line: given, here, withOffice, plain }: LineProps) {
  const dates = useDates()
  const line = asCreatedHere(given, here)
  const id = line.obligation === null ? undefined : lineId(line.obligation)
  return (
    <li className={styles.line} ref={useNamedLine(id)} id={id} tabIndex={-1}>
      <span className={styles.name}>
        <span className={styles.title}>{reportName(line)}</span>
        {withOffice && <span className={styles.office}>{line.office.name}</span>}
        {line.practice && <Tag>Latihan</Tag>}
      </span>
      <span className={styles.state}>
        <StatusTag status={line.status} />{' '}
        <small>
          {line === given
            ? stateWords(line, line.statusAt ? dates.ago(line.statusAt) : '', isClosed(line, dates.now()))
            : 'dimulai di perangkat ini'}
          <ComesFirst line={line} here={here} />
        </small>
      </span>
      <Due line={line} />
      <span className={styles.action}>
        <ReportAction line={line} plain={plain} />
      </span>
    </li>
  )
}

/** Details beside the status: how much is filled in, open notes, who has it. */
export function stateWords(line: ReportLine, since: string, closed = false): string {
  const notes = line.openNotes > 0 ? `${count(line.openNotes)} catatan` : ''
  switch (line.status) {
    case 'not-begun':
      return closed ? 'periode sudah ditutup' : ''
    case 'draft':
      return line.progress ? filledWords(line.progress) : ''
    case 'in-review':
    case 'second-review':
      return [line.claimedBy && `oleh ${line.claimedBy}`, since].filter(Boolean).join(' · ')
    default:
      return [notes, since].filter(Boolean).join(' · ')
  }
}

/** The due date, in days and as a date; red when the office is late. */
function Due({ line }: { line: ReportLine }): ReactNode {
  const dates = useDates()
  const dueAt = shownDue(line)
  if (!dueAt) return <span className={styles.due}>tanpa tenggat</span>
  if (heldDue(line) === null)
    return (
      <span className={styles.due}>
        <small>tenggat {dates.shortDay(dates.dayOf(dueAt))}</small>
      </span>
    )
  const days = dates.daysUntil(dueAt)
  const past = Date.parse(dueAt) < dates.now()
  const soon = !past && days <= 7
  return (
    <span className={cx(styles.due, past && styles.late, soon && styles.soon)} title={dates.long(dueAt)}>
      {dates.due(dueAt)} <small>{dates.shortDay(dates.dayOf(dueAt))}</small>
    </span>
  )
}
