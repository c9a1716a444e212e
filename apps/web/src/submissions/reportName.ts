import { reportTypeOf } from '@sepakat/rules/reportTypes.ts'
import type { ReportLine } from '#sync/apiTypes.ts'

/** `SAKIP · Perjanjian Kinerja`: the report type first, unless the title already has it. */
export function formName(form: string, title: string): string {
  const type = reportTypeOf(form).toUpperCase()
  return new RegExp(`\\b${type}\\b`).test(title) ? title : `${type} · ${title}`
}

/** The title of a report: `SAKIP · Perjanjian Kinerja, Tahun 2026, perubahan ke-1`. */
export const reportName = ({
  form,
  title,
  periodTitle,
  number,
}: Pick<ReportLine, 'form' | 'title' | 'periodTitle' | 'number'>): string =>
  `${formName(form, title)}, ${periodTitle}${number > 1 ? `, perubahan ke-${number - 1}` : ''}`
