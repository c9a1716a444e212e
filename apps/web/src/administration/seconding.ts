import type { ResponseOf } from '#sync/apiTypes.ts'
import { pagesOf, queryOf } from '#sync/transport/queryOf.ts'

export type Seconding = ResponseOf<'GET /secondings'>['items'][number]

/** Whether an act on rights is pending: it waits for a second person. */
export const waits = <T extends object>(answer: T): answer is Extract<T, Seconding> => 'digest' in answer

export const waitsTitle = 'Menunggu persetujuan kedua'
/** The message where the page shows what is pending: `Jabatan Verifikator`. */
export const asked = (what: string): string => `${what} sudah diminta.`

/** The message where it does not: `jabatan mereka semua`. */
export const waitsSentence = (what: string): string =>
  `${waitsTitle}: ${what} belum berlaku sampai disetujui pengelola lain atau pejabat pengesah.`

/** Pending requests, of everyone or of one person. */
export const waitingQuery = (person?: string) =>
  queryOf('GET /secondings', { query: { waiting: true, person, limit: 200 } })

/** Decided requests, and acts by one person alone, newest first. */
export const decidedQuery = pagesOf('GET /secondings', { query: { waiting: false, limit: 20 } })
