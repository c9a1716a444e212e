import type { ResponseOf } from '#sync/apiTypes.ts'
import { queryOf } from '#sync/transport/queryOf.ts'

export type EditionLine = ResponseOf<'GET /editions'>['items'][number]
export type Edition = ResponseOf<'GET /editions/:id'>
export type EditionSectionLine = Edition['chapters'][number]['sections'][number]
export type Sending = Edition['sendings'][number]
export type EditionSection = ResponseOf<'GET /editions/:id/sections/:section'>
export type Readiness = ResponseOf<'GET /editions/:id/readiness'>
export type EditionFile = ResponseOf<'GET /editions/:id/files'>['items'][number]

export const editionsQuery = (year: number) => queryOf('GET /editions', { query: { year } })
export const editionQuery = (id: string) => queryOf('GET /editions/:id', { params: { id } })
export const readinessQuery = (id: string) => queryOf('GET /editions/:id/readiness', { params: { id } })
export const sectionQuery = (id: string, section: string) =>
  queryOf('GET /editions/:id/sections/:section', { params: { id, section } })
export const documentQuery = (id: string) => queryOf('GET /editions/:id/document', { params: { id } })
export const filesQuery = (id: string) => queryOf('GET /editions/:id/files', { params: { id } })
export const compareQuery = (id: string, other: string) =>
  queryOf('GET /editions/:id/compare', { params: { id }, query: { with: other } })
export const pasteQuery = (id: string) => queryOf('GET /editions/:id/paste', { params: { id } })

/** Everything that a move of an edition changes. */
export const editionRoutes = ['GET /editions', 'GET /editions/:id', 'GET /editions/:id/sections/:section'] as const
