import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { editionTables } from '../../src/edition/editionTables.ts'
import { editionWays } from '../../src/edition/editionWays.ts'
import { exampleEdition } from '../../src/testing/exampleEdition.ts'
import { findings } from './findings.ts'
import { resave } from './resave.ts'
import { runProgram } from './runProgram.ts'

/** The text of Word and the workbook of a large edition, opened and saved again by LibreOffice. */
export async function proveOffice(folder: string): Promise<void> {
  const version = await runProgram('soffice', ['--version'])
  if (version === null) return
  findings.measure(version.trim())
  const edition = exampleEdition({ tables: 60, lines: 34 })
  const files = { docx: path.join(folder, 'edition.docx'), xlsx: path.join(folder, 'edition.xlsx') }
  for (const name of ['docx', 'xlsx'] as const) {
    const begun = performance.now()
    await writeFile(files[name], await editionWays[name].make(edition))
    const seconds = (performance.now() - begun) / 1000
    findings.measure(`${name.toUpperCase()} in ${seconds.toFixed(1)} s`)
    findings.check(`${name.toUpperCase()} is made in 15 s`, seconds < 15, `${seconds} s`)
  }
  await proveText(folder, files.docx, editionTables(edition).length)
  await proveWorkbook(folder, files.xlsx)
}

async function proveText(folder: string, file: string, tables: number): Promise<void> {
  const out = path.join(folder, 'text')
  await mkdir(out)
  const saved = await resave(file, 'docx', out)
  const document = strFromU8(unzipSync(await readFile(saved))['word/document.xml'] ?? new Uint8Array())
  const count = (pattern: RegExp) => document.match(pattern)?.length ?? 0
  findings.check(
    'LibreOffice keeps headings as headings',
    count(/<w:pStyle w:val="Heading1"/g) === 9,
    String(count(/<w:pStyle w:val="Heading1"/g)),
  )
  findings.check(
    'LibreOffice keeps the heads of tables',
    count(/<w:tblHeader/g) === tables,
    `${count(/<w:tblHeader/g)} of ${tables}`,
  )
  findings.check('LibreOffice keeps the numbers of captions as fields', count(/SEQ /g) >= 60, String(count(/SEQ /g)))
  const pdf = await resave(file, 'pdf', out)
  const text = await runProgram('pdftotext', [pdf, '-'])
  if (text !== null)
    findings.check('LibreOffice prints it', text.includes('Rp1.234.567.890.123,45') && text.includes('DAFTAR ISI'))
}

/** Each formula gives the very value that was written beside it, and where another was written, gives the right one. */
export async function proveWorkbook(folder: string, file: string): Promise<void> {
  const own = await formulasOf(file)
  const out = path.join(folder, 'sheets')
  await mkdir(out, { recursive: true })
  const again = await formulasOf(await resave(file, 'xlsx', out))
  findings.check('LibreOffice keeps every formula', again.size === own.size, `${again.size} of ${own.size}`)
  for (const [at, value] of own)
    findings.check(
      'LibreOffice computes the value that was written',
      again.get(at) === value,
      `${at}: ${value}, ${again.get(at)}`,
    )
  const wrong = path.join(folder, 'wrong.xlsx')
  await writeFile(wrong, withoutValues(await readFile(file)))
  const computed = await formulasOf(await resave(wrong, 'xlsx', out))
  for (const [at, value] of own)
    findings.check(
      'LibreOffice computes it where none was written',
      computed.get(at) === value,
      `${at}: ${value}, ${computed.get(at)}`,
    )
}

async function formulasOf(file: string): Promise<Map<string, unknown>> {
  const workbook = new Workbook()
  await workbook.xlsx.load(new Uint8Array(await readFile(file)))
  const found = new Map<string, unknown>()
  for (const sheet of workbook.worksheets)
    sheet.eachRow(row =>
      row.eachCell(cell => void (cell.formula && found.set(`${sheet.name} ${cell.address}`, cell.result))),
    )
  return found
}

/** The workbook with 0 written beside each formula. */
const withoutValues = (bytes: Uint8Array): Uint8Array => {
  const files = unzipSync(bytes)
  const sheets = Object.entries(files).map(([name, data]) => [
    name,
    name.startsWith('xl/worksheets/sheet')
      ? strToU8(strFromU8(data).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1<v>0</v>'))
      : data,
  ])
  return zipSync(Object.fromEntries(sheets))
}
