import type { Anchor, FieldId, RowId, TableId } from './Pointer.ts'

export type Declared = 'nil' | 'notApplicable' | 'notYetAvailable'
export type Value = string | boolean
export type Cell = Value | { asTyped: string } // 1 to 200 characters
export type Answers = Record<TableId, Record<RowId, Record<FieldId, Cell>>> // what GET gives, what programs send, what a revision freezes
export type Attached = Partial<Record<Anchor, number>> // how many attachments each anchor has
