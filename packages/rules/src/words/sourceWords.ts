import type { Source } from '../types/Scope.ts'

/** What was brought in from before the system bears this wherever it is shown: nobody here verified it. */
export const archiveMark = 'dari arsip, tidak diverifikasi'

/** The same behind a value in a sentence; nothing for what was filed here. */
export const markOf = (status: Source['status'] | undefined): string =>
  status === 'archive' ? ` (${archiveMark})` : ''

/** How far the form another reads has come. */
export const sourceWords: Record<Source['status'], string> = {
  approved: 'disetujui',
  'handed-in': 'dikirim, belum disetujui',
  archive: archiveMark,
  draft: 'masih draf',
  given: 'disertakan pengirim',
}
