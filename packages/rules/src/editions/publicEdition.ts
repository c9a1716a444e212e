import type { Coverage } from '../form/coverage.ts'
import { kinds } from '../kinds/index.ts'
import { periodTitle } from '../periods/period.ts'
import type { FormId } from '../reportTypes.ts'
import { editionKinds } from './editionKinds.ts'
import type { EditionCell, EditionChart, EditionTable, FrozenBlockOfEdition, FrozenEdition } from './FrozenEdition.ts'
import type { FigureRef } from './Narrative.ts'

/** The annex with the statement of review, which a person signed. */
export const reviewAnnexId = 'pernyataan-reviu'

/** By the maker of today, so that an edition approved before a column was known as personal loses it too. */
const impersonal = (table: EditionTable, personal: readonly string[] = []): EditionTable =>
  personal.length === 0
    ? table
    : {
        ...table,
        columns: table.columns.filter(({ id }) => !personal.includes(id)),
        lines: table.lines.map(line => ({
          ...line,
          cells: Object.fromEntries(Object.entries(line.cells).filter(([id]) => !personal.includes(id))),
        })),
      }

/**
 * As the public is given it: without who approved and who reviewed it, and without the columns of tables that say who somebody is.
 * What it says of the region, and its hash, stay.
 */
export const publicEdition = (edition: FrozenEdition): FrozenEdition => {
  const { tables } = editionKinds[edition.type]
  const open = (block: FrozenBlockOfEdition): FrozenBlockOfEdition =>
    block.block === 'table' ? { ...block, table: impersonal(block.table, tables[block.table.id]?.personal) } : block
  return {
    ...edition,
    frozen: edition.frozen && { ...edition.frozen, by: '' },
    chapters: edition.chapters.map(chapter => ({
      ...chapter,
      sections: chapter.sections.map(section => ({ ...section, blocks: section.blocks.map(open) })),
    })),
    annexes: edition.annexes
      .filter(({ id }) => id !== reviewAnnexId)
      .map(annex => ({ ...annex, blocks: annex.blocks.map(open) })),
  }
}

const blocksOf = ({ chapters }: FrozenEdition): FrozenBlockOfEdition[] =>
  chapters.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))

/** The charts of its chapters, in their order. */
export const chartsOf = (edition: FrozenEdition): EditionChart[] =>
  blocksOf(edition).flatMap(block => (block.block === 'chart' ? [block.chart] : []))

/** A figure of the region as a whole. Without `coverage` it covers all that is owed. */
interface SummaryFigure {
  label: string
  /** Exact. */
  value: string
  unit: string
  coverage: Coverage | null
}

/** Their unit is that of their row. Editions frozen before cells had units say it in a column of the line. */
const ofRowUnit: readonly string[] = ['lppd.macro', 'lppd.ikk']

/** A table of so many lines says something of the region in each. */
const short = 12

const ofRegion = ({ of, value }: EditionCell): FigureRef | null =>
  of && 'code' in of && of.office === undefined && value != null ? of : null

function figuresOf({ lines, columns }: EditionTable): [string, SummaryFigure][] {
  return lines.flatMap(({ cells }) => {
    const name = columns.map(({ id, number }) => (number ? '' : (cells[id]?.text ?? ''))).find(text => text.length > 3)
    return Object.values(cells).flatMap((cell): [string, SummaryFigure][] => {
      const ref = ofRegion(cell)
      const figure = ref && kinds[ref.form as FormId]?.figures[ref.code]
      if (!ref || !figure || (ref.row !== '' && (lines.length > short || !name))) return []
      const label = `${ref.row === '' ? figure.label : `${name}: ${figure.label}`}, ${periodTitle(ref.period)}`
      const column = columns.find(({ id }) => cells[id] === cell)
      const rowUnit = cell.unit ?? (ofRowUnit.includes(ref.code) ? cells.unit?.text : undefined)
      const unit = rowUnit ?? column?.unit ?? figure.unit
      const { value = '', coverage = null } = cell
      return [[`${ref.form} ${ref.period} ${ref.code} ${ref.row}`, { label, value: value ?? '', unit, coverage }]]
    })
  })
}

/** The figures of the region that its tables have: of whole forms, and each line of short tables; each once. */
export const summaryOf = (edition: FrozenEdition): SummaryFigure[] => [
  ...new Map(blocksOf(edition).flatMap(block => (block.block === 'table' ? figuresOf(block.table) : []))).values(),
]
