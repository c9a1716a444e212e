import type { Case } from './cases.ts'
import type { Side } from './ground.ts'
import type { CaseMeasured } from './measure.ts'

export interface Stage {
  title: string
  measured: CaseMeasured[]
}
export interface Bars {
  /** How much of the bare server's requests a second the product must answer in a case. */
  shareOf: (of: Case) => number
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
  'before',
  'bare CPU ms',
  'bytes',
  'bare bytes',
  'bare of select 1',
]

const bestOf = (measured: CaseMeasured[]): string => {
  const best = Math.max(...measured.map(({ selectOne }) => selectOne))
  return Number.isNaN(best) ? '' : `\n\n\`select 1\` on the bare server: ${whole(best)} a second at its best.`
}

const stageTable = ({ title, measured }: Stage): string =>
  `## ${title}\n\n${table(
    head,
    measured.map(({ of, product, bare, ratio, selectOne }) => [
      of.name,
      whole(product.perSecond),
      whole(bare.perSecond),
      ratio.toFixed(3),
      fine(product.p95),
      fine(bare.p95),
      product.processor.toFixed(2),
      of.before.processor.toFixed(2),
      bare.processor.toFixed(2),
      whole(product.bytes),
      whole(bare.bytes),
      Number.isNaN(selectOne) ? '–' : (bare.perSecond / selectOne).toFixed(2),
    ]),
  )}${bestOf(measured)}`

/** Growth of p95 from the smallest table to that of a later stage, for what both measured. */
const growth = (first: Stage, later: Stage, side: Side): [name: string, times: number][] =>
  later.measured.flatMap(({ of, [side]: { p95 } }) => {
    const before = first.measured.find(it => it.of === of)
    return before ? [[of.name, p95 / before[side].p95]] : []
  })

const growthTables = ([first, ...later]: Stage[]): string[] =>
  later.map(stage => {
    const bare = new Map(growth(first!, stage, 'bare'))
    const rows = growth(first!, stage, 'product').map(([name, times]) => [
      name,
      times.toFixed(2),
      (bare.get(name) ?? Number.NaN).toFixed(2),
    ])
    return `## p95 from ${first!.title} to ${stage.title}\n\n${table(['case', 'product ×', 'bare ×'], rows)}`
  })

export const figuresOf = (stages: Stage[]): string => [...stages.map(stageTable), ...growthTables(stages)].join('\n\n')

/** Every bar as a sentence; goals are not bars and are told beside. */
export const judge = (stages: Stage[], bars: Bars): Verdict[] => [
  ...stages.flatMap(({ title, measured }) =>
    measured.flatMap(({ of, of: { name, kind }, product, bare, ratio, differences }) => [
      ...[product, bare].map((side, at) => ({
        what: `${name} at ${title}: every answer of ${at === 0 ? 'the product' : 'the bare server'} was right${side.firstWrong ? ` (${side.wrong} were not: ${side.firstWrong})` : ''}`,
        holds: side.wrong === 0 && side.requests > 0,
      })),
      {
        what: `${name} at ${title}: ${ratio.toFixed(3)} of bare, at least ${bars.shareOf(of).toFixed(3)}`,
        holds: ratio >= bars.shareOf(of),
      },
      kind === 'read'
        ? {
            what: `${name} at ${title}: bare gives the same information${differences.length > 0 ? ` (${differences.length} differ: ${differences[0]})` : ''}`,
            holds: differences.length === 0,
          }
        : {
            what: `${name} at ${title}: bare sends as much (${whole(bare.bytes)} of ${whole(product.bytes)} bytes)`,
            holds: bare.bytes >= product.bytes * 0.8,
          },
    ]),
  ),
  ...(bars.flat === null ? [] : stages.slice(1)).flatMap(stage =>
    growth(stages[0]!, stage, 'product').map(([name, times]) => ({
      what: `${name} at ${stage.title}: p95 ${times.toFixed(2)} times that of ${stages[0]?.title}, at most ${bars.flat}`,
      holds: times <= (bars.flat ?? 0),
    })),
  ),
]
