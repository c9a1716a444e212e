import type {
  EditionChart,
  FrozenBlockOfEdition,
  FrozenEdition,
  SaidText,
} from '@sepakat/rules/editions/FrozenEdition.ts'
import { chartSvg } from './chartSvg.ts'
import { chartTable, chartWords } from './chartTable.ts'
import { hyphenate } from './hyphenate.ts'
import { provenance, versionWords } from './provenance.ts'
import { type DrawnTable, tablePiece } from './tablePiece.ts'
import { wholeEdition } from './wholeEdition.ts'

type Run = { text: string; bold?: true; italic?: true }
type EditionPiece =
  | { kind: 'heading'; level: number; number: string; text: string }
  | { kind: 'paragraph' | 'quote'; runs: Run[] }
  | { kind: 'list'; ordered: boolean; items: Run[][] }
  | DrawnTable
  | { kind: 'chart'; number: string; title: string; svg: string; width: number; alt: string }
  /** On a page that lies on its side. */
  | { kind: 'wide'; pieces: EditionPiece[] }

/** What a region puts on the first page. */
export interface EditionLook {
  /** Its emblem as SVG, or the bytes of a PNG. */
  emblem?: { svg: string } | { png: number[] } | null
  /** Below the name of the region. */
  address?: string
}

/** An edition as the data that its template draws. */
export interface EditionPaper {
  kind: 'edition'
  title: string
  region: string
  period: string
  version: string
  draft: boolean
  foot: string
  emblem: NonNullable<EditionLook['emblem']> | null
  address: string
  /** It has tables or charts to list after its contents. */
  lists: { tables: boolean; charts: boolean }
  pieces: EditionPiece[]
}

/** An edition as it is printed. */
export function editionPaper(edition: FrozenEdition, look: EditionLook = {}): EditionPaper {
  const parts = wholeEdition(edition)
  const blocks = parts.flatMap(({ sections }) => sections.flatMap(section => section.blocks))
  const pieces = parts.flatMap(({ number, title, sections }): EditionPiece[] => [
    { kind: 'heading', level: 1, number, text: title },
    ...sections.flatMap((section): EditionPiece[] => [
      ...(section.title ? [{ kind: 'heading', level: 2, number: section.number, text: section.title } as const] : []),
      ...section.blocks.flatMap(piecesOf),
    ]),
  ])
  return {
    kind: 'edition',
    title: edition.title,
    region: edition.region,
    period: edition.periodWords,
    version: versionWords(edition),
    draft: edition.frozen === null,
    foot: provenance(edition),
    emblem: look.emblem ?? null,
    address: look.address ?? '',
    lists: {
      tables: blocks.some(one => one.block === 'table' && one.number !== ''),
      charts: blocks.some(({ block }) => block === 'chart'),
    },
    pieces: together(pieces),
  }
}

function piecesOf(block: FrozenBlockOfEdition): EditionPiece[] {
  if (block.block === 'table') return [onItsPage(tablePiece(block.number, block.table))]
  if (block.block === 'chart') return chartPieces(block.number, block.chart)
  if ('items' in block) return [{ kind: 'list', ordered: block.block === 'numbers', items: block.items.map(runsOf) }]
  if (block.block === 'heading') return [{ kind: 'heading', level: 3, number: '', text: plainWords(block.text) }]
  return [{ kind: block.block, runs: runsOf(block.text) }]
}

const onItsPage = (table: DrawnTable): EditionPiece => (table.wide ? { kind: 'wide', pieces: [table] } : table)

function chartPieces(number: string, chart: EditionChart): EditionPiece[] {
  const { svg, height } = chartSvg(chart)
  return [
    // what is taller than a page is drawn smaller
    { kind: 'chart', number, title: chart.title, svg, width: Math.min(1, tallest / height), alt: chartWords(chart) },
    onItsPage(tablePiece('', chartTable(chart))),
  ]
}

/** A figure and its unit are not parted at the end of a line. */
const runsOf = (text: SaidText): Run[] =>
  text.map(piece =>
    piece.piece === 'text'
      ? { text: hyphenate(piece.text), ...(piece.bold && { bold: true }), ...(piece.italic && { italic: true }) }
      : { text: piece.piece === 'figure' ? piece.said.replaceAll(' ', '\u00a0') : piece.said },
  )
const plainWords = (text: SaidText): string =>
  text.map(piece => (piece.piece === 'text' ? piece.text : piece.said)).join('')

/** Of a chart, in points. */
const tallest = 620
/** Wide tables after one another share their pages, and the headings before them go along. */
function together(pieces: EditionPiece[]): EditionPiece[] {
  const found: EditionPiece[] = []
  for (const piece of pieces) {
    const last = found.at(-1)
    if (piece.kind !== 'wide') {
      found.push(piece)
    } else if (last?.kind === 'wide') {
      last.pieces.push(...piece.pieces)
    } else {
      const headings: EditionPiece[] = []
      for (let one = found.at(-1); one?.kind === 'heading'; one = found.at(-1)) {
        headings.unshift(one)
        found.pop()
      }
      found.push({ kind: 'wide', pieces: [...headings, ...piece.pieces] })
    }
  }
  return found
}
