import type { EditionType } from '@sepakat/rules/editions/editionTypes.ts'
import type { BodyOf, ResponseOf } from '#sync/apiTypes.ts'
import { queryOf } from '#sync/transport/queryOf.ts'

export type PaperInHand = ResponseOf<'GET /paper-templates/:paper'>
export type Template = NonNullable<BodyOf<'POST /paper-templates/:paper'>['template']>
export type TemplatePart = Template[number]
export type Names = PaperInHand['names']

export const papersQuery = queryOf('GET /paper-templates')
export const paperQuery = (paper: string) => queryOf('GET /paper-templates/:paper', { params: { paper } })
export const emblemQuery = queryOf('GET /emblem')

export type OutlineInHand = ResponseOf<'GET /edition-outlines/:type'>
export const outlinesQuery = queryOf('GET /edition-outlines')
/** @param type as the address has it: of another one there is no outline */
export const outlineQuery = (type: string) =>
  queryOf('GET /edition-outlines/:type', { params: { type: type as EditionType } })
