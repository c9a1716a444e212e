import type { Source } from '../types/Scope.ts'

/** The mark of values from before the system, wherever they are shown: they were not verified here. */
export const archiveMark = 'dari arsip, tidak diverifikasi'

/** The same after a value in a sentence; nothing for what was filed here. */
export const markOf = (status: Source['status'] | undefined): string =>
  status === 'archive' ? ` (${archiveMark})` : ''

/** The status of a source form. */
export const sourceWords: Record<Source['status'], string> = {
  approved: 'disetujui',
  'handed-in': 'dikirim, belum disetujui',
  archive: archiveMark,
  draft: 'masih draf',
  given: 'disertakan pengirim',
}
