import { putCodes, type Queryable, written } from '@sepakat/db'
import type { Context } from '#http/route.ts'

type Asked = Pick<Context<'PUT /nomenclature/:year'>, 'params' | 'body'>

/** Adds codes to the list of a year, over those that it has already. */
export const put = async (tx: Queryable, { params: { year }, body: { codes } }: Asked) => {
  await putCodes(tx, year, codes)
  const data = { year, codes: codes.length }
  return written(null, { stream: 'rights', type: 'nomenclature.changed', data })
}
