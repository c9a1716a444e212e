// What is said of a row of a form on paper: its name, its declared state, its values and figures.
import type { Figure, FrozenRow } from '@sepakat/rules'
import { fieldTypeOf } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { stateLabels } from '@sepakat/rules/saving/kindShape.ts'
import { answerIn } from '@sepakat/rules/sheet/answerIn.ts'
import { figureIn } from '@sepakat/rules/sheet/figureIn.ts'
import { declaredState, explanationsIn } from '@sepakat/rules/sheet/outline.ts'
import type { ReadForm } from '@sepakat/rules/sheet/readForm.ts'
import { parseMarkdown, type Span } from '@sepakat/rules/words/parseMarkdown.ts'
import { archiveMark } from '@sepakat/rules/words/sourceWords.ts'
import { declaredWords } from '@sepakat/rules/words/textOf.ts'
import type { Piece, Words } from './paper.ts'

export const line = (...words: Words): Piece => ({ kind: 'text', words })

export const rowName = (row: FrozenRow): Words => [
  ...(row.code ? [{ text: `${row.code} `, as: 'quiet' } as const] : []),
  { text: row.label },
  ...(row.direction === 'lower' ? [{ text: ' (makin rendah makin baik)', as: 'quiet' } as const] : []),
]

/** A declared state with its reason; nothing where the row declares none. */
export function statePieces({ values }: FrozenRow): Piece[] {
  const state = declaredState(values)
  if (!state) return []
  return [line({ text: stateLabels[state], as: 'strong' }, { text: ` ${declaredWords(values)}` })]
}

export const explanations = ({ values }: FrozenRow): Piece[] =>
  explanationsIn(values).map(([, said]) => line({ text: `Penjelasan: ${said}`, as: 'emphasis' }))

/** Behind what was brought in from before the system. */
const archiveWords: Words = [{ text: ' ' }, { text: archiveMark, as: 'mark' }]

export function valuePieces(form: ReadForm, row: FrozenRow, field: string): Piece[] {
  const { spec, cell, text, unit, nothing, before } = answerIn(form, row, field)
  if (before)
    return [
      line({ text: before.text }, { text: ` (${before.from})`, as: 'quiet' }, ...(before.archive ? archiveWords : [])),
    ]
  if (cell === undefined) return [line({ text: nothing, as: 'quiet' })]
  if (typeof cell === 'object') return [line({ text: `“${cell.asTyped}” (belum terbaca)` })]
  if (spec && fieldTypeOf(spec).markdown) return prose(text)
  // a number is not torn from what it counts
  return [line({ text: unit === 'Rp' ? `Rp\u00a0${text}` : unit ? `${text}\u00a0${unit}` : text })]
}

/** `brief`: in a column. */
export function figureWords(figure: Figure, form: ReadForm, brief = false): Words {
  const { text, band, basis, according, archive } = figureIn(form, figure, brief)
  const quiet = [basis, according].flatMap((said): Words => (said ? [{ text: ` (${said})`, as: 'quiet' }] : []))
  return [{ text: band ? `${text} · ${band}` : text }, ...quiet, ...(archive ? archiveWords : [])]
}

const wordsOf = (spans: Span[]): Words =>
  spans.map(({ text, bold, italic }) => ({ text, ...(bold ? { as: 'strong' } : italic ? { as: 'emphasis' } : {}) }))

/** Headings of a narrative are not headings of the document. */
const prose = (text: string): Piece[] =>
  parseMarkdown(text).map(block =>
    block.kind === 'list'
      ? { kind: 'list', ordered: block.ordered, items: block.items.map(wordsOf) }
      : line(...wordsOf(block.spans).map(run => (block.kind === 'heading' ? { ...run, as: 'strong' as const } : run))),
  )
