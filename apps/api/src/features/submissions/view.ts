import { type LineRow, type LoadedForm, type LoadedSource, memory, type NotSubmitted } from '@sepakat/db'
import { answersOf, extendedClosing, formTitle, isLate, isPractice, precedingReports, type RowId } from '@sepakat/rules'
import { namedReport, titleOf } from '#submissions/reportView.ts'

const orders = memory<ReturnType<typeof precedingReports>>(400)
const precedingOf = ({ form, period }: Pick<LineRow, 'form' | 'period'>) => {
  const key = `${form} ${period}`
  return orders.get(key) ?? orders.set(key, precedingReports({ form, period }))
}

const summed = (progress: LineRow['progress']): { filled: number; all: number } =>
  Object.values(progress).reduce((sum, { filled, all }) => ({ filled: sum.filled + filled, all: sum.all + all }), {
    filled: 0,
    all: 0,
  })

const text = (date: Date | null): string | null => date?.toISOString() ?? null

const prerequisite = ({ form, period, obligation, submission, status }: NotSubmitted) => ({
  form,
  title: formTitle(form),
  period,
  periodTitle: titleOf(period),
  practice: isPractice(period),
  obligation,
  submission,
  status,
})

/** A line as it is sent. `unmet`: what must be submitted before it can be started. */
export const reportLine = (row: LineRow, now: Date, unmet: readonly NotSubmitted[] = []) => ({
  obligation: row.obligation,
  submission: row.submission,
  ...namedReport(row),
  status: row.status,
  dueAt: text(row.dueAt),
  opensAt: text(row.opensAt),
  closesAt: text(extendedClosing(row)),
  returnDueAt: text(row.returnDueAt),
  late: isLate(row, now),
  progress: row.submission === null ? null : summed(row.progress),
  openNotes: row.openNotes,
  claimedBy: row.claimedName,
  submittedAt: text(row.submittedAt),
  statusAt: text(row.statusAt),
  latestRevision: row.latestRevision,
  approvedRevision: row.approvedRevision,
  reminder: row.reminder && { ...row.reminder, at: new Date(row.reminder.at).toISOString() },
  follows: precedingOf(row),
  prerequisites: unmet.map(prerequisite),
})

/** A source as a device takes it: which submission and revision it was goes along, so that it can be opened. */
const sourceView = ({ picked, ...source }: LoadedSource) => ({
  ...source,
  ...(picked && { submission: picked.submission, n: picked.n }),
})

/** All that a device builds a form from. `handed`: the rows that a contributor was handed, else null. */
export const formView = ({ kind, version, sha256, rules, settings, scope }: LoadedForm, handed: RowId[] | null) => {
  const sources = Object.entries(scope.sources).map(([name, source]) => [
    name,
    sourceView(handed === null ? source : { ...source, answers: answersOf(source.answers, handed) }),
  ])
  return {
    form: kind.form,
    formVersion: version,
    sha256,
    ruleSet: { ...rules },
    settings,
    scope: { ...scope, number: scope.number ?? 1, sources: Object.fromEntries(sources) },
  }
}
