/** What LibreOffice made of an edition, kept by `node packages/documents/test/proof/main.ts --keep`: that it understood what was written. */
import { readFileSync } from 'node:fs'
import { Workbook } from '@cj-tech-master/excelts'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { exampleEdition } from '../testing/exampleEdition.ts'
import { editionTables } from './editionTables.ts'
import { sheetFormula } from './sheetFormula.ts'
import { sheetNumber } from './sheetNumber.ts'

const kept = (file: string) => readFileSync(new URL(`../../testdata/libreoffice/${file}`, import.meta.url))
const tables = editionTables(exampleEdition({ tables: 5, lines: 9 }))
const firstRow = 4

it('LibreOffice computed each sum and share of a workbook as it was written, and kept its numbers and texts', async () => {
  expect(kept('version.txt').toString()).toMatch(/^LibreOffice \d/)
  const workbook = new Workbook()
  await workbook.xlsx.load(new Uint8Array(kept('edition.xlsx')))
  let formulas = 0
  for (const { name, table } of tables) {
    const sheet = workbook.getWorksheet(name)
    for (const [line, { cells }] of table.lines.entries())
      for (const [n, column] of table.columns.entries()) {
        const value = cells[column.id]?.value
        const cell = sheet?.getCell(firstRow + line, n + 1)
        const formula = sheetFormula({ table, line, column: column.id, firstRow })
        if (formula !== null) formulas += 1
        const at = `${name} ${cell?.address}`
        if (formula !== null) expect([at, cell?.formula, cell?.result]).toEqual([at, formula, Number(value)])
        else if (value != null && sheetNumber(value) !== null) expect([at, cell?.value]).toEqual([at, Number(value)])
      }
  }
  expect(formulas).toBeGreaterThan(50)
})

it('LibreOffice kept headings, the heads of tables, counted captions, contents and charts of a text of Word', () => {
  const parts = unzipSync(kept('edition.docx'))
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const count = (pattern: RegExp) => document.match(pattern)?.length ?? 0
  expect(count(/<w:pStyle w:val="Heading1"/g)).toBe(5 + 4)
  expect(count(/<w:tblHeader/g)).toBe(tables.length)
  expect(count(/SEQ (Tabel|Gambar)_\d /g)).toBe(8)
  expect(document).toMatch(/TOC [^<]*1-2/)
  expect(document).toContain('Rp1.234.567.890.123,45')
  expect(Object.keys(parts).filter(name => /charts\/chart\d*\.xml$/.test(name))).toHaveLength(2)
})
