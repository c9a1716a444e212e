import type { FieldId } from '../types/Pointer.ts'

/** How a cell without a value is shown among changes: a row without a declared state is filled in. */
export const emptyWords = (field: FieldId): string => (field === 'state' ? 'Diisi' : '(kosong)')
