import type { ReportType } from '@sepakat/rules/types.ts'
import { useMe } from '../../lib/me.tsx'
import { reportTypes } from './reportTypes.ts'

export const typeOf = (form: string): ReportType => form.split('/')[0] as ReportType

/** The report types for which the post in use may plan: a post that names none may for all. */
export function useMyTypes(): readonly ReportType[] {
  const own = useMe().post?.reportTypes ?? []
  return own.length === 0 ? reportTypes : own
}
