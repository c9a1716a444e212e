import type { FrozenEdition } from '@sepakat/rules/editions/FrozenEdition.ts'
import { byteOrderMark, csvLine } from '@sepakat/rules/words/csvLine.ts'
import { strToU8, zipSync } from 'fflate'
import { editionTables } from './editionTables.ts'
import { provenance } from './provenance.ts'
import { tableCsv } from './tableCsv.ts'

/** An archive is the same bytes for the same edition: its entries have no time of their own. */
const mtime = new Date(2000, 0, 1)

/**
 * An edition as an archive of one CSV a table, and one that lists them. Numbers are whole, with all their digits; lines as
 * everywhere (`csvLine`): semicolons, because a spreadsheet in Indonesia takes the comma for its decimals, and no formulas.
 */
export function editionCsv(edition: FrozenEdition): Uint8Array<ArrayBuffer> {
  const tables = editionTables(edition)
  const fileOf = (n: number) => `${String(n + 1).padStart(3, '0')} ${tables[n]?.name}.csv`
  const list = [
    csvLine(['Berkas', 'Bagian', 'Judul', 'Keterangan']),
    ...tables.map(({ part, table }, n) => csvLine([fileOf(n), part, table.title, table.notes.join(' ')])),
    csvLine([provenance(edition)]),
  ]
  const entries = tables.map((named, n) => [fileOf(n), tableCsv(named.table)] as const)
  const files = [['000 Daftar tabel.csv', byteOrderMark + list.join('')] as const, ...entries]
  return zipSync(Object.fromEntries(files.map(([name, text]) => [name, strToU8(text)])), {
    mtime,
  }) as Uint8Array<ArrayBuffer>
}
