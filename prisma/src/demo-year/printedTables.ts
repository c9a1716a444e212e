import { readFileSync } from 'node:fs'
import { type PrintedTable, readTables } from '@sepakat/rules/recompute/readTables.ts'

const folder = new URL('../../../packages/rules/testdata/', import.meta.url)
const text = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

const known = new Map<string, PrintedTable[]>()
const tablesOf = (name: string): PrintedTable[] => {
  const tables = known.get(name) ?? readTables(text(name))
  known.set(name, tables)
  return tables
}

/** The rows of a published table, as its source prints them; the tests of the rules recompute the same. @throws where there is none */
export const printedRows = (file: string, id: string | null): Record<string, string>[] => {
  const found = tablesOf(`real/${file}`).find(table => table.id === id)
  if (!found) throw new Error(`no table ${id} in ${file}`)
  return found.rows
}

interface NationalCode {
  code: string
  name: string
  indicator: string
  unit: string
}
let codes: NationalCode[] | undefined
/** Sub-activities of the national list with their indicator, as far as the test data of the rules have them. */
export const nationalCodes = (): NationalCode[] => {
  codes ??= text('nomenklatur-contoh.tsv')
    .trim()
    .split('\n')
    .slice(1)
    .map(line => {
      const [code = '', name = '', , indicator = '', unit = ''] = line.split('\t')
      return { code, name, indicator, unit }
    })
    .filter(({ indicator, unit }) => indicator !== '' && unit !== '')
  return codes
}
