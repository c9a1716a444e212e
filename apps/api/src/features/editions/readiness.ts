import { type EditionData, periodTitle, type ReportStatus } from '@sepakat/rules'

const dayMs = 86_400_000

/** By form: how much of what is owed is approved, and who is missing, how late. */
export const readiness = ({ forms }: EditionData, now: Date) => ({
  forms: forms.map(({ form, title, period, reports }) => ({
    form,
    title,
    period,
    periodTitle: periodTitle(period),
    owed: reports.length,
    approved: reports.filter(({ revision }) => revision !== null).length,
    missing: reports
      .filter(({ revision }) => revision === null)
      .map(({ office, submission, status, dueAt }) => ({
        office,
        submission,
        status: status as ReportStatus,
        dueAt,
        daysLate: Math.max(0, Math.floor((now.getTime() - Date.parse(dueAt)) / dayMs)),
      })),
  })),
})
