import { quantile } from '../quantile.ts'
import { type Part, table, type Verdict } from '../report.ts'
import { shares } from './dayActions.ts'
import type { Outcome } from './openLoop.ts'
import type { Course, Watched } from './watchDay.ts'

export interface Load extends Watched {
  /** Times a hundred actions a second. */
  times: number
  outcomes: Outcome[]
  /** Seconds until it answers as usual after the load. */
  recovery: number
}

export interface DayBars {
  /** p95 (ms) of what is accepted, by load; null: times and memory are not judged. */
  accepted: ((times: number) => number) | null
  /** Seconds after the load until it answers as usual. */
  recovery: number
}
const mostMemory = 400

const sorted = (outcomes: Outcome[]) => outcomes.map(({ ms }) => ms).sort((a, b) => a - b)
const accepted = (outcomes: Outcome[]) => outcomes.filter(({ status }) => status >= 200 && status < 300)
const refused = (outcomes: Outcome[]) => outcomes.filter(({ status }) => status === 503)
/** Neither done nor asked to come again. */
const lost = (outcomes: Outcome[]) =>
  outcomes.filter(({ status }) => status !== 503 && !(status >= 200 && status < 300))
const whole = (n: number): string => n.toFixed(0)

const rowOf = (kind: string, of: Outcome[]): string[] => {
  const times = sorted(accepted(of))
  const at = [0.5, 0.95, 0.99].map(share => whole(quantile(times, share)))
  return [kind, ...[of.length, times.length].map(whole), ...at, ...[refused(of).length, lost(of).length].map(whole)]
}

const judge = ({ times, outcomes, recovery, memory }: Load, bars: DayBars): Verdict[] => {
  const [first] = lost(outcomes)
  const p95 = quantile(sorted(accepted(outcomes)), 0.95)
  const most = bars.accepted?.(times)
  return [
    {
      what: `${times}×: everything is done or told when to come again${first ? ` (${lost(outcomes).length} were not: ${first.status} ${first.said})` : ''}`,
      holds: first === undefined && refused(outcomes).every(({ retryAfter }) => retryAfter !== undefined),
    },
    { what: `${times}×: saves get through`, holds: accepted(outcomes).some(({ kind }) => kind === 'save') },
    {
      what: `${times}×: as usual ${recovery.toFixed(1)} s after the load, at most ${bars.recovery}`,
      holds: recovery <= bars.recovery,
    },
    ...(most === undefined
      ? []
      : [
          { what: `${times}×: accepted in ${whole(p95)} ms (p95), at most ${most}`, holds: p95 <= most },
          {
            what: `${times}×: memory ${memory.rss.most} MB at most, at most ${mostMemory}`,
            holds: memory.rss.most <= mostMemory,
          },
        ]),
  ]
}

const memoryRows = (memory: Load['memory']): string[][] =>
  Object.entries<Course>(memory).map(([of, { first, last, most }]) => [of, ...[first, last, most].map(whole)])

const head = ['kind', 'offered', 'done', 'p50 ms', 'p95 ms', 'p99 ms', 'refused', 'lost']

/** The table of kinds of each load, and what was asked of it. */
export const dayReport = (loads: Load[], bars: DayBars): Part => ({
  report: loads
    .map(({ times, outcomes, memory, late, health, recovery }) => {
      const kinds = Object.keys(shares).map(kind =>
        rowOf(
          kind,
          outcomes.filter(one => one.kind === kind),
        ),
      )
      return `## ${times}×

${table(head, [...kinds, rowOf('all', outcomes)])}

${table(['memory of the API process, MB', 'start', 'end', 'most'], memoryRows(memory))}

The event loop was ${whole(late)} ms late (p95), and /healthz answered within ${whole(health)} ms (p95). As usual ${recovery.toFixed(1)} s after the load.`
    })
    .join('\n\n'),
  verdicts: loads.flatMap(load => judge(load, bars)),
})
