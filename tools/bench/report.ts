import type { CaseMeasured } from './measure.ts'

export interface Stage {
  rows: number
  measured: CaseMeasured[]
}
export interface Bars {
  read: number
  write: number
  /** How far p95 may be above that of the smallest table; null: not judged. */
  flat: number | null
}
/** What was asked of the figures and whether it holds. */
export interface Verdict {
  what: string
  holds: boolean
}
/** Something measured: what it came to, as Markdown, and what was asked of it. */
export interface Part {
  report: string
  verdicts: Verdict[]
}

const whole = (n: number): string => n.toFixed(0)
const fine = (n: number): string => n.toFixed(n < 10 ? 1 : 0)
const count = (n: number): string => n.toLocaleString('en')

/** A table of Markdown, the first column to the left and figures to the right. */
export const table = (head: string[], rows: string[][]): string => {
  const widths = head.map((title, at) => Math.max(...[head, ...rows].map(row => (row[at] ?? title).length)))
  const line = (cells: string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

const head = [
  'case',
  'product /s',
  'bare /s',
  'ratio',
  'product p95 ms',
  'bare p95 ms',
  'product CPU ms',
  'bare CPU ms',
  'bytes',
  'bare bytes',
  'bare of select 1',
]

const bestOf = (measured: CaseMeasured[]): string => {
  const best = Math.max(...measured.map(({ selectOne }) => selectOne))
  return Number.isNaN(best) ? '' : `\n\n\`select 1\` on the bare server: ${whole(best)} a second at its best.`
}

const stageTable = ({ rows, measured }: Stage): string =>
  `## ${count(rows)} submissions\n\n${table(
    head,
    measured.map(({ of, product, bare, ratio, selectOne }) => [
      of.name,
      whole(product.perSecond),
      whole(bare.perSecond),
      ratio.toFixed(2),
      fine(product.p95),
      fine(bare.p95),
      product.processor.toFixed(2),
      bare.processor.toFixed(2),
      whole(product.bytes),
      whole(bare.bytes),
      Number.isNaN(selectOne) ? '–' : (bare.perSecond / selectOne).toFixed(2),
    ]),
  )}${bestOf(measured)}`

/** Growth of p95 from the smallest to the largest table. */
const growth = (stages: Stage[], name: string, side: 'product' | 'bare'): number => {
  const p95 = (stage: Stage | undefined) => stage?.measured.find(({ of }) => of.name === name)?.[side].p95 ?? Number.NaN
  return p95(stages.at(-1)) / p95(stages[0])
}

const growthTable = (stages: Stage[]): string =>
  `## p95 from ${count(stages[0]?.rows ?? 0)} to ${count(stages.at(-1)?.rows ?? 0)} submissions\n\n${table(
    ['case', 'product ×', 'bare ×'],
    (stages[0]?.measured ?? []).map(({ of: { name } }) => [
      name,
      growth(stages, name, 'product').toFixed(2),
      growth(stages, name, 'bare').toFixed(2),
    ]),
  )}`

export const figuresOf = (stages: Stage[]): string =>
  [...stages.map(stageTable), ...(stages.length > 1 ? [growthTable(stages)] : [])].join('\n\n')

/** Every bar as a sentence; goals are not bars and are told beside. */
export const judge = (stages: Stage[], bars: Bars): Verdict[] => [
  ...stages.flatMap(({ rows, measured }) =>
    measured.flatMap(({ of: { name, kind }, product, bare, ratio }) => [
      ...[product, bare].map((side, at) => ({
        what: `${name} at ${count(rows)}: every answer of ${at === 0 ? 'the product' : 'the bare server'} was right${side.firstWrong ? ` (${side.wrong} were not: ${side.firstWrong})` : ''}`,
        holds: side.wrong === 0 && side.requests > 0,
      })),
      {
        what: `${name} at ${count(rows)}: ${ratio.toFixed(2)} of bare, at least ${bars[kind]}`,
        holds: ratio >= bars[kind],
      },
      {
        what: `${name} at ${count(rows)}: bare sends as much (${whole(bare.bytes)} of ${whole(product.bytes)} bytes)`,
        holds: bare.bytes >= product.bytes * 0.8,
      },
    ]),
  ),
  ...(bars.flat === null || stages.length < 2
    ? []
    : (stages[0]?.measured ?? []).map(({ of: { name } }) => {
        const times = growth(stages, name, 'product')
        return {
          what: `${name}: p95 ${times.toFixed(2)} times, at most ${bars.flat}`,
          holds: times <= (bars.flat ?? 0),
        }
      })),
]

export const goalsOf = (stages: Stage[]): string => {
  const lines = stages.flatMap(({ rows, measured }) =>
    measured.flatMap(({ of: { name, goal }, product }) => {
      const reached = (holds: boolean) => (holds ? 'reached' : 'not reached here')
      if (goal?.perSecond)
        return [
          `- ${name} at ${count(rows)}: ${whole(product.perSecond)} a second, goal ${count(goal.perSecond)}: ${reached(product.perSecond >= goal.perSecond)}`,
        ]
      if (goal?.p95)
        return [
          `- ${name} at ${count(rows)}: p95 ${whole(product.p95)} ms, goal under ${goal.p95}: ${reached(product.p95 < goal.p95)}`,
        ]
      return []
    }),
  )
  return `## Goals\n\n${lines.join('\n')}`
}
