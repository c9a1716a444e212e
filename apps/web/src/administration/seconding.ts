import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { api } from '#sync/transport/api.ts'

export type Seconding = ResponseOf<'GET /secondings'>['items'][number]

/** Whether an act on rights is pending: it waits for a second person. */
export const waits = <T extends object>(answer: T): answer is Extract<T, Seconding> => 'digest' in answer

export const waitsTitle = 'Menunggu persetujuan kedua'
/** The message where the page shows what is pending: `Jabatan Verifikator`. */
export const asked = (what: string): string => `${what} sudah diminta.`

/** The message where it does not: `jabatan mereka semua`. */
export const waitsSentence = (what: string): string =>
  `${waitsTitle}: ${what} belum berlaku sampai disetujui pengelola lain atau pejabat pengesah.`

const key = ['GET /secondings'] as const
export const secondingsKey = key

/** Pending requests, of everyone or of one person. */
export const waitingQuery = (person?: string) =>
  queryOptions({
    queryKey: [...key, 'waiting', person],
    queryFn: () => api('GET /secondings', { query: { waiting: true, person, limit: 200 } }),
  })

/** Decided requests, and acts by one person alone, newest first. */
export const decidedQuery = infiniteQueryOptions({
  queryKey: [...key, 'decided'],
  queryFn: ({ pageParam }) => api('GET /secondings', { query: { waiting: false, limit: 20, cursor: pageParam } }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: page => page.next ?? undefined,
})
