import {
  codesOfYear,
  listNomenclatures,
  putCodes,
  type Queryable,
  reader,
  removeNomenclature,
  written,
} from '@sepakat/db'
import { codeLevelOf, codesAbove, generalCode, type ListedCode } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'

/**
 * What the newest list of the year or before it says of these codes and of all above them. One that is listed only for every
 * field of government is given under the code that was asked for.
 */
const tell = async (tx: Queryable, year: number, asked: string[]): Promise<ListedCode[]> => {
  const codes = [...new Set(asked.flatMap(code => [code, ...codesAbove(code)]))].filter(code => codeLevelOf(code))
  const found = await codesOfYear(tx, year, [...codes, ...codes.map(generalCode)])
  const known = new Map(found.map(one => [one.code, one]))
  return codes.flatMap(code => {
    const told = known.get(code) ?? known.get(generalCode(code))
    return told ? [{ ...told, code }] : []
  })
}

/** Adds codes to the list of a year, over those that it has already. */
const put = async (tx: Queryable, { params: { year }, body: { codes } }: Context<'PUT /nomenclature/:year'>) => {
  await putCodes(tx, year, codes)
  const data = { year, codes: codes.length }
  return written(null, { stream: 'rights', type: 'nomenclature.changed', data })
}

/** @throws not-found where the year has no list */
const remove = async (tx: Queryable, { params: { year } }: Context<'DELETE /nomenclature/:year'>) => {
  const codes = await removeNomenclature(tx, year)
  if (codes === 0) throw problem('not-found', { detail: `Belum ada daftar nomenklatur tahun ${year}.` })
  const data = { year, codes, removed: true }
  return written(null, { stream: 'rights', type: 'nomenclature.changed', data })
}

export const nomenclatureHandlers = handlers({
  'GET /nomenclature': async ({ db }) => ({ items: await listNomenclatures(reader(db)) }),
  'GET /nomenclature/:year': async ({ params: { year }, query: { codes }, db }) => ({
    items: await tell(reader(db), year, codes.split(',')),
  }),
  'PUT /nomenclature/:year': asked => asked.write(tx => put(tx, asked)),
  'DELETE /nomenclature/:year': asked => asked.write(tx => remove(tx, asked)),
})
