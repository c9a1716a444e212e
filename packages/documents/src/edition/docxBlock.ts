import type {
  EditionChart,
  EditionTable,
  FrozenBlockOfEdition,
  SaidText,
} from '@sepakat/rules/editions/FrozenEdition.ts'
import { type FileChild, HeadingLevel, Paragraph, SimpleField, TextRun } from 'docx'
import { ChartRun } from 'docx/charts'
import { chartColour } from './chartSvg.ts'
import { chartTable, chartWords } from './chartTable.ts'
import { docxTable } from './docxTable.ts'

/** A block of an edition as paragraphs and tables of Word. `list` numbers it among the blocks: each list counts from one. */
export function docxBlock(block: FrozenBlockOfEdition, list: number): FileChild[] {
  if (block.block === 'table')
    return [...(block.number ? [caption(block.number, block.table.title)] : []), ...withNotes(block.table)]
  if (block.block === 'chart')
    return [
      caption(block.number, block.chart.title),
      ...(hasNumbers(block.chart) ? [new Paragraph({ keepNext: true, children: [chartRun(block.chart)] })] : []),
      new Paragraph({ style: 'Caption', text: `Angka ${block.number}` }),
      ...withNotes(chartTable(block.chart)),
    ]
  if ('items' in block)
    return block.items.map(
      item =>
        new Paragraph({
          style: 'ListParagraph',
          children: runsOf(item),
          ...(block.block === 'bullets'
            ? { bullet: { level: 0 } }
            : { numbering: { reference: 'numbers', level: 0, instance: list } }),
        }),
    )
  if (block.block === 'heading')
    return [new Paragraph({ heading: HeadingLevel.HEADING_3, children: runsOf(block.text) })]
  return [new Paragraph({ style: block.block === 'quote' ? 'Quote' : 'BodyText', children: runsOf(block.text) })]
}

const runsOf = (text: SaidText): TextRun[] =>
  text.map(piece =>
    piece.piece === 'text'
      ? new TextRun({ text: piece.text, ...(piece.bold && { bold: true }), ...(piece.italic && { italics: true }) })
      : new TextRun(piece.piece === 'figure' ? piece.said.replaceAll(' ', '\u00a0') : piece.said),
  )

/** `Tabel 2.3`: its last number is a field, so that Word counts those that staff add. */
function caption(number: string, title: string): Paragraph {
  const [, label = number, chapter = '', count] = /^(\S+) (.*?)(\d+)$/.exec(number) ?? []
  const counted = count
    ? [
        new TextRun(`${label} ${chapter}`),
        new SimpleField(`SEQ ${label}_${chapter.replace(/\W/g, '')} \\* ARABIC`, count),
      ]
    : [new TextRun(number)]
  return new Paragraph({ style: 'Caption', keepNext: true, children: [...counted, new TextRun(`  ${title}`)] })
}

const withNotes = (table: EditionTable): FileChild[] => [
  docxTable(table),
  ...table.notes.map(text => new Paragraph({ style: 'Note', text })),
  new Paragraph({ style: 'Note', text: '' }),
]

/** Word has no chart of nothing. */
const hasNumbers = ({ categories, series }: EditionChart): boolean =>
  categories.length > 0 && series.some(({ values }) => values.some(value => value !== null))

/** A chart of Word's own, with its numbers; where a bar ends is a float, what is said is in the table below. */
function chartRun(chart: EditionChart): ChartRun {
  const common = {
    categories: chart.categories,
    series: chart.series.map(({ name, values }, n) => ({
      name,
      color: chartColour(n),
      values: values.map(value => (value === null ? null : Number(value))),
    })),
    valueAxis: { title: chart.unit },
    altText: { name: chart.id, title: chart.title, description: chartWords(chart) },
  }
  const tall = Math.min(800, Math.max(250, 90 + chart.categories.length * (10 + 14 * chart.series.length)))
  return chart.as === 'bars'
    ? new ChartRun({
        type: 'bar',
        ...common,
        categoryAxis: { reverseOrder: true },
        transformation: { width: 590, height: tall },
      })
    : new ChartRun({ type: 'line', markers: true, ...common, transformation: { width: 590, height: 330 } })
}
