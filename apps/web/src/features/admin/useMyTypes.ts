import { type ReportType, reportTypes } from '@sepakat/rules/reportTypes.ts'
import { useMe } from '../../lib/me.tsx'

/** The report types for which the post in use may plan: a post that names none may for all. */
export function useMyTypes(): readonly ReportType[] {
  const own = useMe().post?.reportTypes ?? []
  return own.length === 0 ? reportTypes : own
}
