import type { ListedCode } from '@sepakat/rules'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { api } from '#sync/transport/api.ts'
import { queryOf } from '#sync/transport/queryOf.ts'

export type NomenclatureYear = ResponseOf<'GET /nomenclature'>['items'][number]

export const nomenclaturesQuery = queryOf('GET /nomenclature')

/** The API's limit per request. */
const atOnce = 2000

/** Adds the codes to the list of a year in several requests; after a failure all are sent again. */
export async function saveCodes(year: number, codes: ListedCode[]): Promise<void> {
  for (let at = 0; at < codes.length; at += atOnce)
    await api('PUT /nomenclature/:year', { params: { year }, body: { codes: codes.slice(at, at + atOnce) } })
}
