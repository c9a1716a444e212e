// What is said of a row of a form on paper: its name, its declared state, its values and figures.

import type { Declared, Field, Figure, FrozenRow, Kind, PeriodKey } from '@sepakat/rules'
import { fieldTypeOf } from '@sepakat/rules/fields/fieldTypeOf.ts'
import type { FormNames } from '@sepakat/rules/names/formNames.ts'
import { type SourceStatuses, usesArchive, valueBefore } from '@sepakat/rules/names/valueBefore.ts'
import { isDecimal } from '@sepakat/rules/numbers/decimal.ts'
import { stateLabels } from '@sepakat/rules/saving/kindShape.ts'
import { accordingTo } from '@sepakat/rules/words/accordingTo.ts'
import { declaredWords } from '@sepakat/rules/words/declaredWords.ts'
import { basisWords, shownFigure } from '@sepakat/rules/words/figureText.ts'
import { parseMarkdown, type Span } from '@sepakat/rules/words/parseMarkdown.ts'
import { archiveMark } from '@sepakat/rules/words/sourceWords.ts'
import { textOf } from '@sepakat/rules/words/textOf.ts'
import { unitInRow } from '@sepakat/rules/words/unitOf.ts'
import type { Piece, Words } from './paper.ts'

/** What a report is printed with: its kind, its words, its figures by row. */
export interface Printing {
  kind: Kind
  names: FormNames
  figures: ReadonlyMap<string, readonly Figure[]>
  period: PeriodKey
  /** The status of the source forms. */
  sources: SourceStatuses
}

export const line = (...words: Words): Piece => ({ kind: 'text', words })

export const rowName = (row: FrozenRow): Words => [
  ...(row.code ? [{ text: `${row.code} `, as: 'quiet' } as const] : []),
  { text: row.label },
  ...(row.direction === 'lower' ? [{ text: ' (makin rendah makin baik)', as: 'quiet' } as const] : []),
]

export const stateOf = ({ values: { state } }: FrozenRow): Declared | null =>
  state === 'nil' || state === 'notApplicable' || state === 'notYetAvailable' ? state : null

/** A declared state with its reason; nothing where the row declares none. */
export function statePieces(row: FrozenRow): Piece[] {
  const state = stateOf(row)
  if (!state) return []
  return [line({ text: stateLabels[state], as: 'strong' }, { text: ` ${declaredWords(row.values)}` })]
}

export const explanations = (row: FrozenRow): Piece[] =>
  Object.entries(row.values).flatMap(([field, cell]) =>
    field.startsWith('why-') ? [line({ text: `Penjelasan: ${textOf(cell)}`, as: 'emphasis' })] : [],
  )

/** What may be left open is not missing; a tick not set is a no. */
function nothingWords(row: FrozenRow, field: string, spec: Field | undefined): string {
  if (spec?.writer === 'evaluator') return 'belum dinilai'
  if (spec?.need !== 'optional' || row.required?.includes(field)) return 'belum diisi'
  return fieldTypeOf(spec).empty
}

/** Behind what was brought in from before the system. */
const archiveWords: Words = [{ text: ' ' }, { text: archiveMark, as: 'mark' }]

export function valuePieces(printing: Printing, row: FrozenRow, field: string): Piece[] {
  const { kind, names, figures } = printing
  const spec = kind.tables[row.table]?.fields[field]
  const cell = row.values[field]
  const before = cell === undefined ? valueBefore(printing, row, field, figures.get(row.id) ?? []) : null
  if (before)
    return [
      line({ text: before.text }, { text: ` (${before.from})`, as: 'quiet' }, ...(before.archive ? archiveWords : [])),
    ]
  if (cell === undefined) return [line({ text: nothingWords(row, field, spec), as: 'quiet' })]
  if (!spec) return [line({ text: textOf(cell) })]
  if (typeof cell === 'object') return [line({ text: `“${cell.asTyped}” (belum terbaca)` })]
  if (fieldTypeOf(spec).markdown && typeof cell === 'string') return prose(cell)
  const counted = typeof cell === 'string' && isDecimal(cell)
  const unit = counted ? unitInRow(spec, row) : ''
  const shown = spec.type === 'office' ? row.label : names.cell(row.table, row.id, field, cell)
  // a number is not torn from what it counts
  return [line({ text: unit === 'Rp' ? `Rp\u00a0${shown}` : unit ? `${shown}\u00a0${unit}` : shown })]
}

/** What a figure was taken from, where that is not this period's own answers. */
export function markedWords(figure: Figure, { kind, period, figures, sources }: Printing): Words {
  const according = accordingTo(figure, { kind, period, figures: [...figures.values()].flat() })
  return [
    ...(according ? [{ text: ` (${according})`, as: 'quiet' } as const] : []),
    ...(usesArchive(figure, sources) ? archiveWords : []),
  ]
}

export function figureWords(figure: Figure, printing: Printing): Words {
  if (figure.value === null) return [{ text: printing.names.why(figure) }]
  const basis = basisWords(figure.basis)
  const band = figure.band ? ` · ${figure.band.label}` : ''
  return [
    { text: `${shownFigure(figure)}${band}` },
    ...(basis ? [{ text: ` (${basis})`, as: 'quiet' } as const] : []),
    ...markedWords(figure, printing),
  ]
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
