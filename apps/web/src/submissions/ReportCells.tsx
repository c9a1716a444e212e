import { shownDue } from '@sepakat/rules/workflow/heldDue.ts'
import type { ReactNode } from 'react'
import type { ReportLine } from '#sync/apiTypes.ts'
import { useDates } from '#sync/session/me.tsx'
import { LateTag, StatusTag } from '#ui/StatusTag.tsx'
import { Tag } from '#ui/Tag.tsx'
import styles from './ReportCells.module.css'
import { stateWords } from './ReportList.tsx'

/** The name of a report in a table. */
export const ReportCell = ({ line, children }: { line: ReportLine; children: ReactNode }) => (
  <span className={styles.report}>
    {children}
    {line.practice && <Tag>Latihan</Tag>}
  </span>
)

/** Its status in a table, since when, and what is said beside it. */
export function StatusCell({ line, closed, children }: { line: ReportLine; closed?: boolean; children?: ReactNode }) {
  const dates = useDates()
  return (
    <span className={styles.status}>
      <StatusTag status={line.status} />
      {line.late && <LateTag />}
      <small>
        {stateWords(line, line.statusAt ? dates.ago(line.statusAt) : '', closed)}
        {children}
      </small>
    </span>
  )
}

/** Its due date in a table, as every list shows it. */
export function DueCell({ line }: { line: ReportLine }) {
  const dates = useDates()
  const due = shownDue(line)
  return due ? <span title={dates.long(due)}>{dates.shortDay(dates.dayOf(due))}</span> : 'tanpa tenggat'
}
