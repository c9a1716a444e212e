import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { FrozenEdition } from '@sepakat/rules/editions/FrozenEdition.ts'
import { shownCell } from '@sepakat/rules/editions/shownCell.ts'
import { editionTables } from '../../src/edition/editionTables.ts'
import { editionWays } from '../../src/edition/editionWays.ts'
import { exampleEdition } from '../../src/testing/exampleEdition.ts'
import { findings } from './findings.ts'
import { hostileEdition } from './hostileEdition.ts'
import { runProgram } from './runProgram.ts'

/** Points: words may begin no further left, nor end further right, than this from the edges of their page. */
const margin = 50
/** Points: no letter of a text is taller. */
const tallest = 40

/** The PDF of a large edition, and of one with tables that there is hardly room for. */
export async function provePdf(folder: string, seed: number): Promise<void> {
  await proveNarrow(folder, seed)
  const edition = exampleEdition({ tables: 60, lines: 70 })
  const file = path.join(folder, 'edition.pdf')
  const begun = performance.now()
  await writeFile(file, await editionWays.pdf.make(edition))
  const seconds = (performance.now() - begun) / 1000
  const pages = await lookAtPdf(file, edition)
  if (pages === null) return
  findings.measure(`PDF: ${pages} pages, ${editionTables(edition).length} tables, in ${seconds.toFixed(1)} s`)
  findings.check(
    'a PDF of more than 150 pages is made in 10 s',
    pages > 150 && seconds < 10,
    `${pages} pages, ${seconds} s`,
  )
}

/**
 * A PDF of an edition: fonts, tags, every number of its tables, and nothing wider than its place.
 * @returns its pages; null where a program is not here
 */
export async function lookAtPdf(file: string, edition: FrozenEdition): Promise<number | null> {
  const info = await runProgram('pdfinfo', [file])
  const fonts = await runProgram('pdffonts', [file])
  const structure = await runProgram('pdfinfo', ['-struct', file])
  const boxes = await runProgram('pdftotext', ['-bbox', file, '-'])
  const text = await runProgram('pdftotext', ['-layout', file, '-'])
  if (info === null || fonts === null || structure === null || boxes === null || text === null) return null
  findings.check('it is tagged', /^Tagged:\s+yes/m.test(info))
  const used = fonts.split('\n').slice(2).filter(Boolean)
  findings.check(
    'every font is embedded',
    used.length > 0 && used.every(line => / yes yes (yes|no) /.test(line)),
    fonts,
  )
  const tags = (name: string) => structure.match(new RegExp(`^\\s*${name}\\b`, 'gm'))?.length ?? 0
  const tables = editionTables(edition)
  findings.check('each table is tagged as one', tags('Table') >= tables.length, `${tags('Table')} of ${tables.length}`)
  const heads = tables.reduce((sum, { table }) => sum + table.columns.length, 0)
  findings.check('each head of a column is tagged as one', tags('TH') >= heads, `${tags('TH')} of ${heads}`)
  findings.check(
    'headings are tagged',
    [1, 2].every(level => tags(`H${level}`) > 0),
  )
  const said = bare(text)
  for (const { name, table } of tables)
    for (const { cells } of table.lines)
      for (const column of table.columns.filter(({ number }) => number)) {
        const words = shownCell(column, cells[column.id])
        if (cells[column.id]?.value != null)
          findings.check('a number of a table is on paper', said.includes(bare(words)), `${name}: ${words}`)
      }
  checkPlaces(boxes)
  return Number(/^Pages:\s+(\d+)/m.exec(info)?.[1])
}

/** Tables that there is hardly room for. */
async function proveNarrow(folder: string, seed: number): Promise<void> {
  const file = path.join(folder, 'narrow.pdf')
  await writeFile(file, await editionWays.pdf.make(hostileEdition(seed)))
  const boxes = await runProgram('pdftotext', ['-bbox', file, '-'])
  if (boxes !== null) checkPlaces(boxes)
}

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\u00ad]/g, '')

interface Word {
  left: number
  right: number
  top: number
  text: string
}

/** No word beyond the margins of its page, none over the word beside it. */
function checkPlaces(boxes: string): void {
  const number = (text: string | undefined) => Number(text)
  for (const [n, page] of boxes.split('<page ').slice(1).entries()) {
    const width = number(/width="([\d.]+)"/.exec(page)?.[1])
    const words = [
      ...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g),
    ].flatMap(([, left, top, right, bottom, text = '']): Word[] =>
      // the mark of a draft is behind everything
      number(bottom) - number(top) > tallest
        ? []
        : [{ left: number(left), right: number(right), top: number(top), text }],
    )
    const over = words.filter(({ left, right }) => left < margin || right > width - margin)
    findings.check('a page has every word within its margins', over.length === 0, `page ${n + 1}: ${over[0]?.text}`)
    const lines = Map.groupBy(words, ({ top }) => Math.round(top))
    const crossing = [...lines.values()].flatMap(line =>
      line.sort((a, b) => a.left - b.left).filter((word, at) => at > 0 && word.left < (line[at - 1]?.right ?? 0) - 0.5),
    )
    findings.check('a page has no word over another', crossing.length === 0, `page ${n + 1}: ${crossing[0]?.text}`)
  }
}
