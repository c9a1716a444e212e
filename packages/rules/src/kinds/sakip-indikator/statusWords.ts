import type { Source } from '../../types/Scope.ts'

/** The status of the other form, where that matters: not when it is approved, nor for answers passed to `evaluate`. */
export const statusWords = (status: Source['status'] | undefined): string | null =>
  status === 'handed-in' ? 'sudah dikirim tetapi belum disetujui' : status === 'draft' ? 'masih draf' : null
