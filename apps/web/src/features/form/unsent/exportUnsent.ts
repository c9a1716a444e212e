import { byteOrderMark, csvLine } from '@sepakat/rules/words/csvLine.ts'
import { useDates } from '#sync/session/me.tsx'
import { saveFile } from '#ui/saveFile.ts'
import { useForm, useSubmission } from '../FormContext.ts'
import { type UnsentLine, unsentLine } from './unsentLine.ts'

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

/** The lines as CSV that spreadsheets in Indonesia open as they are. */
export const unsentCsv = (lines: readonly UnsentLine[]): string =>
  [
    ['Laporan', 'Isian', 'Punya Anda', 'Diketik', 'Yang tersimpan', 'Oleh', 'Sebab'],
    ...lines.map(({ report, where, value, at, theirs, by, why }) => [report, where, value, at, theirs, by, why]),
  ]
    .map(csvLine)
    .join('')

/** Exports what did not go through as a file, to be sent or typed in elsewhere. */
export function exportUnsent(name: string, lines: readonly UnsentLine[]): void {
  saveFile(new Blob([byteOrderMark + unsentCsv(lines)], { type: 'text/csv' }), `Isian belum tersimpan ${name}.csv`)
}
