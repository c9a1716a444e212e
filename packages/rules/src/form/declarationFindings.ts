import type { Declared } from '../types/Answers.ts'
import type { FieldId, RowId, TableId } from '../types/Pointer.ts'
import { unreadMessage } from './cellFindings.ts'
import type { Found, Judged } from './judged.ts'
import { isUnread, pointer } from './reader.ts'
import { isHead } from './rowTree.ts'

const asked: Record<Declared, FieldId[]> = {
  nil: ['reason'],
  notApplicable: ['reason'],
  notYetAvailable: ['reason', 'publisher', 'expected'],
}
const messages: Record<FieldId, string> = {
  reason: 'Tulis alasannya.',
  publisher: 'Tulis siapa yang menerbitkan datanya.',
  expected: 'Tulis kapan datanya diperkirakan tersedia.',
}

/** A declared state needs a reason; "not yet available" also publisher and date. An empty list needs no reason. */
export function declarationFindings({ outline, tree, cells }: Judged, table: TableId, row: RowId, found: Found): void {
  const own = cells(table, row)
  if (!own) return
  const states = outline.kind.tables[table]?.states ?? []
  const unread = (field: FieldId): boolean => {
    const value = own[field]
    if (!isUnread(value)) return false
    found('unread', 'wrong', pointer(table, row, field), unreadMessage({ type: 'text' }, value.asTyped))
    return true
  }
  const state = states.find(one => one === own.state)
  if (unread('state') || !state) return
  const optional = state === 'nil' && isHead(tree, table, row)
  for (const field of asked[state]) {
    if (!unread(field) && !optional && own[field] === undefined) {
      found('reason-missing', 'wrong', pointer(table, row, field), messages[field] ?? '')
    }
  }
}
