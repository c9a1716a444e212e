import { type ReportType, reportTypes } from '@sepakat/rules/reportTypes.ts'
import { useMe } from '#sync/session/me.tsx'

export const reportTypeChoices = reportTypes.map(type => ({ value: type, label: type.toUpperCase() }))

/** `SPM, SAKIP`; none or all four: `Semua jenis laporan`. */
export const reportTypesText = (types: readonly string[]): string =>
  types.length === 0 || types.length === reportTypes.length
    ? 'Semua jenis laporan'
    : types.map(type => type.toUpperCase()).join(', ')

/** The report types the acting post may plan; a post without report types may plan all. */
export function useMyTypes(): readonly ReportType[] {
  const own = useMe().post?.reportTypes ?? []
  return own.length === 0 ? reportTypes : own
}
