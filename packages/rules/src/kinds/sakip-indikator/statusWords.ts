import type { Source } from '../../types/Scope.ts'

/** How far the other form has come, where that is worth saying: not when it is approved, nor when answers were given to try out. */
export const statusWords = (status: Source['status'] | undefined): string | null =>
  status === 'handed-in' ? 'sudah dikirim tetapi belum disetujui' : status === 'draft' ? 'masih draf' : null
