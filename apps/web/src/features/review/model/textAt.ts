import { parsePointer } from '@sepakat/rules/pointers/pointer.ts'
import type { Answers } from '@sepakat/rules/types/Answers.ts'

/** The text that stands at a pointer; undefined where none does. */
export function textAt(answers: Answers, at: string): string | undefined {
  const address = parsePointer(at)
  const cell = address && answers[address.table]?.[address.row]?.[address.field]
  return typeof cell === 'string' ? cell : undefined
}
