import { type Queryable, removeNomenclature, written } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'

type Asked = Pick<Context<'DELETE /nomenclature/:year'>, 'params'>

/** @throws not-found where the year has no list */
export const remove = async (tx: Queryable, { params: { year } }: Asked) => {
  const codes = await removeNomenclature(tx, year)
  if (codes === 0) throw problem('not-found', { detail: `Belum ada daftar nomenklatur tahun ${year}.` })
  const data = { year, codes, removed: true }
  return written(null, { stream: 'rights', type: 'nomenclature.changed', data })
}
