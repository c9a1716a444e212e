import type { Coverage } from '../form/coverage.ts'
import { kinds } from '../kinds/index.ts'
import type { FormId } from '../reportTypes.ts'
import type { EditionCell, EditionChart, EditionTable, FrozenBlockOfEdition, FrozenEdition } from './FrozenEdition.ts'
import type { FigureRef } from './Narrative.ts'

/** The annex with the statement of review, which a person signed. */
export const reviewAnnexId = 'pernyataan-reviu'

/** As the public is given it: without who approved and who reviewed it. What it says of the region, and its hash, stay. */
export const publicEdition = (edition: FrozenEdition): FrozenEdition => ({
  ...edition,
  frozen: edition.frozen && { ...edition.frozen, by: '' },
  annexes: edition.annexes.filter(({ id }) => id !== reviewAnnexId),
})

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
      const label = ref.row === '' ? figure.label : `${name}: ${figure.label}`
      const unit = columns.find(({ id }) => cells[id] === cell)?.unit ?? figure.unit
      const { value = '', coverage = null } = cell
      return [[`${ref.form} ${ref.period} ${ref.code} ${ref.row}`, { label, value: value ?? '', unit, coverage }]]
    })
  })
}

/** The figures of the region that its tables have: of whole forms, and each line of short tables; each once. */
export const summaryOf = (edition: FrozenEdition): SummaryFigure[] => [
  ...new Map(blocksOf(edition).flatMap(block => (block.block === 'table' ? figuresOf(block.table) : []))).values(),
]
