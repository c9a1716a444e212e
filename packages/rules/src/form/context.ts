// The context of a kind's checks and figures: the answers by pointer, and functions to report findings and figures.
import { decimalText } from '../numbers/decimal.ts'
import type { Attached } from '../types/Answers.ts'
import type { Context, Reader } from '../types/Context.ts'
import type { Input, NotComputable } from '../types/Figure.ts'
import type { Evaluation } from '../types/Form.ts'
import type { Pointer } from '../types/Pointer.ts'
import { figureWriter } from './figureWriter.ts'
import type { Judged } from './judged.ts'
import { cellsOf, pointer, readerOf, segmentsOf } from './reader.ts'
import { sourceTree } from './rowTree.ts'

export type SourceReader = NonNullable<ReturnType<Context['source']>>

export function sourceReaders({ outline }: Pick<Judged, 'outline'>): Map<string, SourceReader> {
  return new Map(
    Object.entries(outline.scope.sources).map(([name, { answers, rows, status, revision, plan, figures = [] }]) => {
      const told = new Map(figures.map(figure => [`${figure.code}/${figure.row}`, figure]))
      const reader = readerOf(sourceTree(rows), cellsOf(answers))
      return [name, { ...reader, status, revision, plan, figure: key => told.get(key) ?? null }]
    }),
  )
}

export function contextOf(
  { outline, reader, cells }: Judged,
  sources: Map<string, SourceReader>,
  attached: Attached,
  into: Pick<Evaluation, 'findings' | 'review' | 'figures'>,
): Context {
  const { kind, rules, scope } = outline
  return {
    ...reader,
    ...figureWriter(kind, rules, scope.period, into.figures),
    rules,
    scope,
    attached: at => (Object.hasOwn(attached, at) ? (attached[at] ?? 0) : 0),
    catalogue: outline.catalogueRow,
    source: name => sources.get(name) ?? null,
    find(code, at, values = {}) {
      const spec = kind.findings[code]
      if (!spec) throw new Error(`${kind.form} has no finding ${code}`)
      const finding = { code, level: spec.level, at, message: spec.message(values) }
      const [table, row, field] = segmentsOf(at)
      const ofEvaluator = kind.tables[table]?.fields[field]?.writer === 'evaluator'
      if (spec.level !== 'explain')
        return void into[ofEvaluator ? 'review' : 'findings'].push({ ...finding, blocks: spec.level === 'wrong' })
      const why = pointer(spec.table, row, `why-${code}`)
      const explained = typeof cells(spec.table, row)?.[`why-${code}`] === 'string'
      into.findings.push({ ...finding, blocks: !explained, why })
    },
    input(name, at, { from, ...more } = {}) {
      if (from === undefined) return { name, at, ...valueAt(reader, at as Pointer), ...more }
      const source = sources.get(from)
      const told = at.startsWith(figurePrefix) ? toldAt(source, at) : valueAt(source, at as Pointer)
      return { name, at: `${from}:${at}`, ...told, ...more }
    },
  }
}

const figurePrefix = 'figure:'

/** The result of another form, or why it has none. */
function toldAt(source: SourceReader | undefined, at: string): Pick<Input, 'value' | 'state'> {
  const figure = source?.figure(at.slice(figurePrefix.length))
  return figure?.value == null ? { value: null, state: figure?.why ?? 'empty' } : { value: figure.value }
}

/** The number of a cell, or why there is none. */
function valueAt(reader: Reader | undefined, at: Pointer): Pick<Input, 'value' | 'state'> {
  const missing = (state: NotComputable) => ({ value: null, state })
  if (!reader) return missing('empty')
  const [table, row] = segmentsOf(at)
  const state = reader.state(table, row)
  if (state) return missing(state)
  const value = reader.number(at)
  if (value) return { value: decimalText(value) }
  const cell = reader.cell(at)
  return missing(cell === undefined ? 'empty' : 'unread')
}
