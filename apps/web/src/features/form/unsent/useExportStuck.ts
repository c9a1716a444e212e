import { useDates } from '#sync/session/me.tsx'
import { useForm, useSubmission } from '../FormContext.ts'
import { exportUnsent } from './exportUnsent.ts'
import { unsentLine } from './unsentLine.ts'

/** Exports what did not go through at these pointers: both values, who and when, and why. */
export function useExportStuck(): (pointers: readonly string[]) => void {
  const { title, periodTitle } = useSubmission()
  const { store, names } = useForm()
  const dates = useDates()
  const report = `${title} ${periodTitle}`
  return pointers =>
    exportUnsent(
      report,
      pointers.flatMap(at => store.stuck(at) ?? []).map(stuck => unsentLine(stuck, report, names(), dates.short)),
    )
}
