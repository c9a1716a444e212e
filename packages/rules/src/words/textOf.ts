import type { Cell } from '../types/Answers.ts'

/** A cell as its plain text; what could not be read as it was typed; '' for none. */
export const textOf = (cell: Cell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'object' ? cell.asTyped : String(cell)
