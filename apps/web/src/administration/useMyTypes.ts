import { type ReportType, reportTypes } from '@sepakat/rules/reportTypes.ts'
import { useMe } from '#sync/session/me.tsx'

/** The report types the acting post may plan; a post without report types may plan all. */
export function useMyTypes(): readonly ReportType[] {
  const own = useMe().post?.reportTypes ?? []
  return own.length === 0 ? reportTypes : own
}
