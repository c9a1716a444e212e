import { type ListedReport, memory, type NamedReport } from '@sepakat/db'
import { formTitle, type PeriodKey, periodTitle, reportTypeOf } from '@sepakat/rules'

const titles = memory<string>(400)
/** A page of a list has few periods, each many times. */
export const titleOf = (period: PeriodKey): string => titles.get(period) ?? titles.set(period, periodTitle(period))

/** What people call a report, and whose it is. */
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

/** A report in a list that is about something else. */
export const listedReport = (row: ListedReport) => ({
  submission: row.submission,
  ...namedReport(row),
  reportStatus: row.reportStatus,
})
