import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FrozenEdition } from '@sepakat/rules/editions/FrozenEdition.ts'
import { editionTables } from '../../src/edition/editionTables.ts'
import { findings } from './findings.ts'
import { proveWorkbook } from './proveOffice.ts'
import { lookAtPdf } from './provePdf.ts'

/** Editions that the product made: of each its JSON, and the PDF and the workbook that have to say the same. */
export async function proveEditions(folder: string, given: string): Promise<void> {
  const names = (await readdir(given)).filter(file => file.endsWith('.json')).map(file => path.parse(file).name)
  findings.check('there are editions to look at', names.length > 0)
  for (const name of names) {
    const edition: FrozenEdition = JSON.parse(await readFile(path.join(given, `${name}.json`), 'utf8'))
    const pages = await lookAtPdf(path.join(given, `${name}.pdf`), edition)
    findings.measure(`${edition.title}: ${pages} pages, ${editionTables(edition).length} tables`)
    await proveWorkbook(folder, path.join(given, `${name}.xlsx`))
  }
}
