import type { Cell } from '../types/Answers.ts'

/** An unreadable text as it is stored: 200 characters at most. */
export const keptAsTyped = (text: string): Cell => ({ asTyped: text.trim().slice(0, 200) })
