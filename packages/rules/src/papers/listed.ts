import type { PaperTable } from './PaperKind.ts'

/** A table with these lines, or one line that says there is nothing. */
export const listed = (
  columns: PaperTable['columns'],
  lines: PaperTable['lines'],
  nothing = 'Tidak ada.',
): PaperTable => ({
  columns,
  lines: lines.length > 0 ? lines : [{ cells: [{ text: nothing, columns: columns.length }] }],
})
