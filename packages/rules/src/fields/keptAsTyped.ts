import type { Cell } from '../types/Answers.ts'

/** Text that was not read, as it is kept: 200 characters at most. */
export const keptAsTyped = (text: string): Cell => ({ asTyped: text.trim().slice(0, 200) })
