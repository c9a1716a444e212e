import type { ReportLine } from './apiTypes.ts'

/**
 * What a report is called: `SAKIP · Perjanjian Kinerja, Tahun 2026, perubahan ke-1`. The kind of report is named first unless the
 * title already has it.
 */
export function reportName({
  reportType,
  title,
  periodTitle,
  number,
}: Pick<ReportLine, 'reportType' | 'title' | 'periodTitle' | 'number'>): string {
  const type = reportType.toUpperCase()
  const named = new RegExp(`\\b${type}\\b`).test(title) ? title : `${type} · ${title}`
  return `${named}, ${periodTitle}${number > 1 ? `, perubahan ke-${number - 1}` : ''}`
}
