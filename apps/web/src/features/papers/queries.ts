import type { BodyOf, ResponseOf } from '#sync/apiTypes.ts'
import { queryOf } from '#sync/transport/queryOf.ts'

export type PaperInHand = ResponseOf<'GET /paper-templates/:paper'>
export type Template = NonNullable<BodyOf<'POST /paper-templates/:paper'>['template']>
export type TemplatePart = Template[number]
export type Names = PaperInHand['names']

export const papersQuery = queryOf('GET /paper-templates')
export const paperQuery = (paper: string) => queryOf('GET /paper-templates/:paper', { params: { paper } })
export const emblemQuery = queryOf('GET /emblem')
