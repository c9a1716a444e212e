import type { FieldId, RowId, TableId } from '../types/Pointer.ts'

// Ids become keys of objects on every device and of JSONB in the database: what JavaScript inherits is never an id,
// and lengths are bounded before any pattern is tried.
const inherited = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype'])
export const namePattern = /^[a-z][A-Za-z0-9]*$/
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*){0,2}$/
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const why = /^why-[a-z0-9]+(-[a-z0-9]+)*$/
const coreFields = new Set(['state', 'reason', 'publisher', 'expected'])

const bounded = (text: string, max: number, pattern: RegExp) =>
  text.length <= max && pattern.test(text) && !inherited.has(text)

/** A UUID in lower case: one id has one text. Made as version 7; programs may send another version. */
export const isUuid = (text: string): boolean => text.length === 36 && uuid.test(text)
export const isTableId = (text: string): text is TableId => bounded(text, 40, namePattern)
/** A row id of a catalogue: at most three levels of small letters and digits. A UUID in lower case is of this form too. */
export const isRowId = (text: string): text is RowId => bounded(text, 160, slugPattern)
/** A field of the kind, one of core (`state`, `reason`, `publisher`, `expected`) or the explanation of a finding. */
export const isFieldId = (text: string): text is FieldId => bounded(text, 40, namePattern) || bounded(text, 64, why)
export const isCoreField = (field: FieldId): boolean => coreFields.has(field) || field.startsWith('why-')
