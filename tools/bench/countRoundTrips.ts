import { type Case, cases, type Prepared } from './cases.ts'
import { connect } from './connection.ts'
import { openCountingProxy } from './countingProxy.ts'
import { type Side, sides } from './ground.ts'
import type { Traffic } from './load.ts'
import { type Part, table } from './report.ts'

/** Connections of the pool are open and statements prepared after so many. */
const warmUp = 8
const measured = 20

interface Counted {
  roundTrips: number
  statements: number
}

/** Round trips to PostgreSQL and statements a request, one request after the other, in processes of their own. */
export const countRoundTrips = async (given: Prepared): Promise<Part> => {
  const { ground } = given
  const counted = new Map<Case, Partial<Record<Side, Counted>>>(cases.map(it => [it, {}]))
  const traffics = new Map<Case, (side: Side, round: number) => Traffic>()
  for (const of of cases) traffics.set(of, await of.prepare(given, 1, 0.1))
  await given.share()
  for (const side of sides) {
    const proxy = await openCountingProxy(ground.env.DATABASE_APP_URL ?? '')
    const server = await ground.startAnother(side, { via: proxy.through })
    try {
      for (const [of, traffic] of traffics)
        counted.get(of)![side] = await countIn(traffic(side, 0), server.port, proxy.counted)
    } finally {
      await server.stop()
      await proxy.close()
    }
  }
  const rows = [...counted].map(([{ name, before }, { product, bare }]) => [
    name,
    ...[before.roundTrips, product?.roundTrips, product?.statements, bare?.roundTrips].map(n => n?.toFixed(1) ?? '–'),
  ])
  const head = ['case', 'before', 'round trips', 'statements', 'bare round trips']
  return { report: `## Round trips to PostgreSQL\n\n${table(head, rows)}`, verdicts: [] }
}

const countIn = async (traffic: Traffic, port: number, count: () => Counted): Promise<Counted> => {
  const connection = await connect(port)
  const send = async (times: number) => {
    for (let sent = 0; sent < times; sent++) {
      const request = traffic.next(0)
      if (request === null) throw new Error('too little was prepared')
      const answer = await connection.send(request)
      if (answer.status >= 300) throw new Error(`${request.method} ${request.path}: ${answer.status} ${answer.body}`)
      traffic.done?.(0, answer)
    }
  }
  await send(warmUp)
  const before = count()
  await send(measured)
  const after = count()
  connection.close()
  return {
    roundTrips: (after.roundTrips - before.roundTrips) / measured,
    statements: (after.statements - before.statements) / measured,
  }
}
