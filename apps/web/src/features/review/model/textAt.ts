import { parsePointer } from '@sepakat/rules/pointers/pointer.ts'
import type { Answers } from '@sepakat/rules/types/Answers.ts'

/** The text at a pointer; undefined for none. */
export function textAt(answers: Answers, at: string): string | undefined {
  const address = parsePointer(at)
  const cell = address && answers[address.table]?.[address.row]?.[address.field]
  return typeof cell === 'string' ? cell : undefined
}
