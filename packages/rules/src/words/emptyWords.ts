import type { FieldId } from '../types/Pointer.ts'

/** How a cell without a value is told among changes: a row that declares no state is one that is filled in. */
export const emptyWords = (field: FieldId): string => (field === 'state' ? 'Diisi' : '(kosong)')
