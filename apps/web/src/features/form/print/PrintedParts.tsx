// The small parts of a printed report: names, values, states, figures.

import type { Declared, Field, Figure, FrozenRow, Kind, PeriodKey } from '@sepakat/rules'
import { fieldTypeOf } from '@sepakat/rules/fields/fieldTypeOf.ts'
import type { FormNames } from '@sepakat/rules/names/formNames.ts'
import { type SourceStatuses, usesArchive, valueBefore } from '@sepakat/rules/names/valueBefore.ts'
import { isDecimal } from '@sepakat/rules/numbers/decimal.ts'
import { stateLabels } from '@sepakat/rules/saving/kindShape.ts'
import { accordingTo } from '@sepakat/rules/words/accordingTo.ts'
import { declaredWords } from '@sepakat/rules/words/declaredWords.ts'
import { basisWords, shownFigure } from '@sepakat/rules/words/figureText.ts'
import { archiveMark } from '@sepakat/rules/words/sourceWords.ts'
import { textOf } from '@sepakat/rules/words/textOf.ts'
import { unitInRow } from '@sepakat/rules/words/unitOf.ts'
import { createContext, useContext } from 'react'
import { Markdown } from '#ui/Markdown.tsx'
import styles from './Print.module.css'

export interface PrintContent {
  kind: Kind
  names: FormNames
  figures: ReadonlyMap<string, readonly Figure[]>
  period: PeriodKey
  /** The state of the forms it read. */
  sources: SourceStatuses
}
export const PrintContext = createContext<PrintContent | null>(null)
export const usePrint = (): PrintContent => {
  const content = useContext(PrintContext)
  if (!content) throw new Error('nothing is printed here')
  return content
}

/** After a value imported from before the system. */
const ArchiveBadge = () => <span className={styles.badge}>{archiveMark}</span>

/** The source of a figure, where that is not this period's own answers. */
export function TakenFrom({ figure }: { figure: Figure }) {
  const { kind, period, figures, sources } = usePrint()
  const according = accordingTo(figure, { kind, period, figures: [...figures.values()].flat() })
  return (
    <>
      {according && <span className={styles.quiet}> ({according})</span>}
      {usesArchive(figure, sources) && <ArchiveBadge />}
    </>
  )
}

export function FigureOnPaper({ figure }: { figure: Figure }) {
  const { names } = usePrint()
  const basis = basisWords(figure.basis)
  if (figure.value === null) return names.why(figure)
  return (
    <>
      {shownFigure(figure)}
      {figure.band && <> · {figure.band.label}</>}
      {basis && <span className={styles.quiet}> ({basis})</span>}
      <TakenFrom figure={figure} />
    </>
  )
}

export function RowName({ row }: { row: FrozenRow }) {
  return (
    <>
      {row.code && <span className={styles.quiet}>{row.code} </span>}
      {row.label}
      {row.direction === 'lower' && <span className={styles.quiet}> (makin rendah makin baik)</span>}
    </>
  )
}

export const stateOf = (row: FrozenRow): Declared | null => {
  const { state } = row.values
  return state === 'nil' || state === 'notApplicable' || state === 'notYetAvailable' ? state : null
}

export function StateOnPaper({ row }: { row: FrozenRow }) {
  const state = stateOf(row)
  if (!state) return null
  return (
    <span>
      <strong>{stateLabels[state]}</strong> {declaredWords(row.values)}
    </span>
  )
}

/** An optional field is not missing; an unset tick is a no. */
function nothingWords(row: FrozenRow, field: string, spec: Field | undefined): string {
  if (spec?.writer === 'evaluator') return 'belum dinilai'
  if (spec?.need !== 'optional' || row.required?.includes(field)) return 'belum diisi'
  return fieldTypeOf(spec).empty
}

export function Value({ row, field }: { row: FrozenRow; field: string }) {
  const print = usePrint()
  const { kind, names, figures } = print
  const spec = kind.tables[row.table]?.fields[field]
  const cell = row.values[field]
  const before = cell === undefined ? valueBefore(print, row, field, figures.get(row.id) ?? []) : null
  if (before)
    return (
      <>
        {before.text} <span className={styles.quiet}>({before.from})</span>
        {before.archive && <ArchiveBadge />}
      </>
    )
  if (cell === undefined) return <span className={styles.quiet}>{nothingWords(row, field, spec)}</span>
  if (!spec) return textOf(cell)
  if (typeof cell === 'object') return <span>“{cell.asTyped}” (belum terbaca)</span>
  if (fieldTypeOf(spec).markdown && typeof cell === 'string') return <Markdown text={cell} />
  const counted = typeof cell === 'string' && isDecimal(cell)
  const unit = counted ? unitInRow(spec, row) : ''
  const shown = spec.type === 'office' ? row.label : names.cell(row.table, row.id, field, cell)
  // no line break between a number and its unit
  if (unit === 'Rp') return `Rp\u00a0${shown}`
  return unit ? `${shown}\u00a0${unit}` : shown
}

export const explanationsOf = (row: FrozenRow): [field: string, said: string][] =>
  Object.entries(row.values).flatMap(([field, cell]) => (field.startsWith('why-') ? [[field, textOf(cell)]] : []))

export function Explanations({ row }: { row: FrozenRow }) {
  return explanationsOf(row).map(([field, said]) => (
    <p key={field} className={styles.explained}>
      Penjelasan: {said}
    </p>
  ))
}
