import type { Cell } from '../types/Answers.ts'

/** A cell as plain text; an unreadable one as typed; '' for none. */
export const textOf = (cell: Cell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'object' ? cell.asTyped : String(cell)
