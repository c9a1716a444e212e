import {
  type ActorId,
  type FormId,
  isLate,
  isOpen,
  isWithOffice,
  kinds,
  type PeriodKey,
  periodTitle,
  precedingReports,
  type ReportStatus,
  reportTypeOf,
} from '@sepakat/rules'
import { memory } from '../forms/memory.ts'
import type { Prerequisite } from './unmet-prerequisites.ts'

/** What people call a report and whose it is, as the database gives it. */
export interface NamedReport {
  officeId: string
  officeName: string
  officeShortName: string
  form: FormId
  period: PeriodKey
  number: number
  practice: boolean
}

/** One line of a list as the database gives it. */
export interface LineRow extends NamedReport {
  id: string
  dueKey: string
  obligation: string | null
  submission: string | null
  status: ReportStatus
  dueAt: Date | null
  opensAt: Date | null
  closesAt: Date | null
  extendedTo: Date | null
  returnDueAt: Date | null
  progress: Progress
  version: number | null
  progressVersion: number | null
  openNotes: number
  claimedBy: ActorId | null
  claimedName: string | null
  submittedAt: Date | null
  firstAt: Date | null
  statusAt: Date | null
  latestRevision: number | null
  approvedRevision: number | null
}
type Progress = Record<string, { filled: number; all: number }>

/** What people call a form; one whose kind is still to come keeps its id. */
export const formTitle = (form: FormId): string => kinds[form]?.title ?? form

const summed = (progress: Progress): { filled: number; all: number } =>
  Object.values(progress).reduce((sum, { filled, all }) => ({ filled: sum.filled + filled, all: sum.all + all }), {
    filled: 0,
    all: 0,
  })

/** Its progress was computed before its last change. */
export const isStale = ({
  status,
  version,
  progressVersion,
}: Pick<LineRow, 'status' | 'version' | 'progressVersion'>) =>
  status !== 'not-begun' && isOpen(status) && version !== progressVersion

const titles = memory<string>(400)
/** A page of a list has few periods, each many times. */
const titleOf = (period: PeriodKey): string => titles.get(period) ?? titles.set(period, periodTitle(period))

const orders = memory<ReturnType<typeof precedingReports>>(400)
const precedingOf = ({ form, period }: Pick<NamedReport, 'form' | 'period'>) => {
  const key = `${form} ${period}`
  return orders.get(key) ?? orders.set(key, precedingReports({ form, period }))
}

const text = (date: Date | null): string | null => date?.toISOString() ?? null

/** The same as it is sent. */
export const namedReport = ({ form, period, number, practice, ...row }: NamedReport) => ({
  office: { id: row.officeId, name: row.officeName, shortName: row.officeShortName },
  form,
  title: formTitle(form),
  reportType: reportTypeOf(form),
  period,
  periodTitle: titleOf(period),
  number,
  practice,
})

const prerequisite = ({ form, period, ...found }: Prerequisite) => ({
  form,
  title: formTitle(form),
  period,
  periodTitle: titleOf(period),
  ...found,
})

/** A line as it is sent. `unmet`: what must be submitted before it can be started. */
export const reportLine = (row: LineRow, now: Date, unmet: readonly Prerequisite[] = []) => {
  const { extendedTo, closesAt } = row
  return {
    obligation: row.obligation,
    submission: row.submission,
    ...namedReport(row),
    status: row.status,
    dueAt: text(row.dueAt),
    opensAt: text(row.opensAt),
    closesAt: text(extendedTo !== null && closesAt !== null && extendedTo > closesAt ? extendedTo : closesAt),
    returnDueAt: text(row.returnDueAt),
    late: isLate(row, now),
    progress: row.submission === null ? null : summed(row.progress),
    openNotes: row.openNotes,
    claimedBy: row.claimedName,
    submittedAt: text(row.submittedAt),
    statusAt: text(row.statusAt),
    latestRevision: row.latestRevision,
    approvedRevision: row.approvedRevision,
    follows: precedingOf(row),
    prerequisites: unmet.map(prerequisite),
  }
}

/** Whether the line is one its office still has to answer. */
export const isToDo = (status: ReportStatus): boolean => status === 'not-begun' || isWithOffice(status)
