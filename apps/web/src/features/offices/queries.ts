import type { ResponseOf } from '#sync/apiTypes.ts'
import { queryOf } from '#sync/transport/queryOf.ts'

export type OfficeFull = ResponseOf<'GET /offices/:id'>
export type Span = OfficeFull['spans'][number]

export const officeQuery = (id: string) => queryOf('GET /offices/:id', { params: { id } })

export const reorganisationQuery = (id: string) => queryOf('GET /offices/:id/reorganisation', { params: { id } })

/** The request for a merge or split. */
export interface Wish {
  successors: string[]
  date: string
  /** The successor chosen for each item. */
  choices: Record<string, string>
}

/** What it would move and leave. Nothing is stored. */
export const reorganisePreviewQuery = (id: string, wish: Wish) =>
  queryOf('POST /offices/:id/reorganisation/preview', { params: { id }, body: wish })
