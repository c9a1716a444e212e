import type { Kind } from '@sepakat/rules'
import { rowWriter } from '@sepakat/rules/saving/kindShape.ts'
import type { Pending } from '#sync/outbox/pending.ts'
import { segmentsOf } from './cells.ts'

/** Where a change at this pointer is sent: an evaluator's cells, and the lists that he or she writes, go a way of their own. */
export function goesTo(kind: Kind, pointer: string): Pending['route'] {
  const { table, field } = segmentsOf(pointer)
  const writer = field === undefined ? rowWriter(kind, table) : kind.tables[table]?.fields[field]?.writer
  return writer === 'evaluator' ? 'evaluation' : undefined
}
