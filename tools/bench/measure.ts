import { type Case, cases, type Prepared } from './cases.ts'
import { compareInformation } from './compareInformation.ts'
import { connect } from './connection.ts'
import { type Side, sides } from './ground.ts'
import { load, type Measured, type Traffic } from './load.ts'

export interface CaseMeasured {
  of: Case
  /** Medians of the rounds. */
  product: Measured
  bare: Measured
  /** Median of the ratios of requests per second, product to bare, of each round. */
  ratio: number
  /** Not a number beside another product. Requests per second of the bare server's `select 1` over the same rounds, and bare's share of it in this case. */
  selectOne: number
  /** Where the two sides do not give the same information, for what is read. */
  differences: string[]
}

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const middle = (rounds: Measured[]): Measured => ({
  requests: rounds.reduce((sum, { requests }) => sum + requests, 0),
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  p95: median(rounds.map(({ p95 }) => p95)),
  processor: median(rounds.map(({ processor }) => processor)),
  bytes: median(rounds.map(({ bytes }) => bytes)),
  wrong: rounds.reduce((sum, { wrong }) => sum + wrong, 0),
  firstWrong: rounds.find(({ firstWrong }) => firstWrong !== undefined)?.firstWrong,
})

/** The same request to both sides. */
const compared = async ({ ground: { ports } }: Prepared, { next }: Traffic): Promise<string[]> => {
  const request = next(0)
  if (request === null) return []
  const [product, bare] = await Promise.all(
    sides.map(async side => {
      const connection = await connect(ports[side])
      const { body } = await connection.send(request)
      connection.close()
      return JSON.parse(body)
    }),
  )
  return compareInformation(product, bare)
}

/** Until PostgreSQL has settled on a plan: it plans a prepared statement again the first five times, on each connection. */
const warmUp = 12

/**
 * One case, product and bare in turn, after a round of each to warm up: who comes first changes from round to round, so that
 * whatever else this machine does falls on both.
 */
const measure = async (of: Case, given: Prepared, rounds: number, seconds: number): Promise<CaseMeasured> => {
  const traffic = await of.prepare(given, rounds + 1, seconds)
  await given.share()
  const differences = of.kind === 'read' ? await compared(given, traffic('product', 0)) : []
  const { ports, processorTime } = given.ground
  const on = (side: Side) => ({ port: ports[side], processorTime: () => processorTime(side) })
  const measured: Record<Side, Measured[]> = { product: [], bare: [] }
  const ones: number[] = []
  const { fastest } = given.ground
  const one = { next: () => ({ method: 'GET', path: fastest ?? '' }) as const }
  for (let round = 0; round <= rounds; round++) {
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
      const result = await load(on(side), seconds, traffic(side, round), round === 0 && rounds > 1 ? warmUp : 1)
      if (round > 0 || result.wrong > 0) measured[side].push(result)
    }
    if (round > 0 && fastest !== null) ones.push((await load(on('bare'), Math.min(seconds, 0.5), one)).perSecond)
  }
  const ratios = measured.product.map(({ perSecond }, round) => perSecond / (measured.bare[round]?.perSecond ?? 0))
  return {
    of,
    product: middle(measured.product),
    bare: middle(measured.bare),
    ratio: median(ratios),
    selectOne: median(ones),
    differences,
  }
}

export const measureAll = async (
  given: Prepared,
  rounds: number,
  seconds: number,
  which = cases,
): Promise<CaseMeasured[]> => {
  const all: CaseMeasured[] = []
  for (const of of which) all.push(await measure(of, given, rounds, seconds))
  return all
}
