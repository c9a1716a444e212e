import { codesOfYear, type Queryable } from '@sepakat/db'
import { codeLevelOf, codesAbove, generalCode, type ListedCode } from '@sepakat/rules'

/**
 * What the newest list of the year or before it says of these codes and of all above them. One that is listed only for every
 * field of government is given under the code that was asked for.
 */
export const tell = async (tx: Queryable, year: number, asked: string[]): Promise<ListedCode[]> => {
  const codes = [...new Set(asked.flatMap(code => [code, ...codesAbove(code)]))].filter(code => codeLevelOf(code))
  const found = await codesOfYear(tx, year, [...codes, ...codes.map(generalCode)])
  const known = new Map(found.map(one => [one.code, one]))
  return codes.flatMap(code => {
    const told = known.get(code) ?? known.get(generalCode(code))
    return told ? [{ ...told, code }] : []
  })
}
