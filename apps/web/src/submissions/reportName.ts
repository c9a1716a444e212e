import { reportTypeOf } from '@sepakat/rules/reportTypes.ts'
import type { ReportLine } from '#sync/apiTypes.ts'
import { count } from '#ui/numbers.ts'

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

/** `8 dari 12 baris terisi penuh`: a row counts once everything it asks for is filled in. '' where nothing is asked. */
export const filledWords = ({ filled, all }: { filled: number; all: number }): string =>
  all === 0 ? '' : `${count(filled)} dari ${count(all)} baris terisi penuh`
