/** What one small request can cost everybody else: an unrelated request and the memory of the API while twelve such run at once. */
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { v7 } from 'uuid'
import { connect, type Request } from './connection.ts'
import type { Ground } from './ground.ts'
import { quantile } from './quantile.ts'
import { type Part, table, type Verdict } from './report.ts'

const atOnce = 12
/** Milliseconds that the unrelated request may take while they run. */
const most = 1000
/** Between two of the unrelated requests. */
const pauseMs = 200

interface Attack {
  name: string
  /** Programmes of LKPJ: the table whose rows come to the most findings and figures. */
  rows: number
  /** Whether it is one person who asks, or each request is of another. */
  alone: boolean
}
const attacks: Attack[] = [
  { name: '19,000 rows, one person', rows: 19_000, alone: true },
  { name: '2,400 rows, one person', rows: 2400, alone: true },
  { name: '2,400 rows, ten persons', rows: 2400, alone: false },
]

interface Held {
  answers: string
  sent: number
  received: number
  took: number
  p95: number
  longest: number
  memory: number
}

/** Memory of a process that is in use, in megabytes. */
export const residentOf = (pid: number): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)

/** Asks who is signed in every fifth of a second until `busy` is done, whether the last one was answered or not. */
const watch = async ({ ports, cast, product }: Ground, busy: Promise<unknown>) => {
  const request: Request = { method: 'GET', path: '/api/v1/session', headers: { cookie: cast.verifiers[0] ?? '' } }
  /** One that is given up by the server has waited too. */
  const ask = async () => {
    const begun = performance.now()
    try {
      const connection = await connect(ports.product)
      await connection.send(request)
      connection.close()
    } catch {}
    return performance.now() - begun
  }
  let isBusy = true
  void busy.finally(() => {
    isBusy = false
  })
  const asked: Promise<number>[] = []
  let memory = 0
  while (isBusy) {
    asked.push(ask())
    memory = Math.max(memory, residentOf(product.pid))
    await sleep(pauseMs)
  }
  const times = (await Promise.all(asked)).sort((a, b) => a - b)
  return { p95: quantile(times, 0.95), longest: times.at(-1) ?? 0, memory }
}

const hold = async (ground: Ground, office: string, { rows, alone }: Attack, count = atOnce): Promise<Held> => {
  const { ports, cast, origin } = ground
  const programs = Object.fromEntries(Array.from({ length: rows }, (_, n) => [`a${n}`, {}]))
  const body = JSON.stringify({ office, period: '2026', answers: { programs } })
  const connections = await Promise.all(Array.from({ length: count }, () => connect(ports.product)))
  const begun = performance.now()
  const all = Promise.all(
    connections.map((connection, n) => {
      const cookie = cast.operators[alone ? 0 : n % cast.operators.length] ?? ''
      const headers = { cookie, origin, 'content-type': 'application/json' }
      return connection.send({ method: 'POST', path: '/api/v1/forms/lkpj/tahunan/evaluate', headers, body })
    }),
  )
  const watched = await watch(ground, all)
  const answers = await all
  const took = performance.now() - begun
  for (const connection of connections) connection.close()
  const counts = [...Map.groupBy(answers, ({ status }) => status)].map(
    ([status, { length }]) => `${length} × ${status}`,
  )
  return {
    answers: counts.join(', '),
    sent: body.length,
    received: Math.max(...answers.map(answer => answer.body.length)),
    took,
    ...watched,
  }
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2)

/** Measures on a server of its own, whose rates are off: what the bounds and turns alone hold. */
export const measureAmplification = async (ground: Ground): Promise<Part> => {
  const office = v7()
  await ground.filling.query(
    `INSERT INTO office (id, kind, confidence, path) VALUES ($1, 'dinas', 'verified', ARRAY[$1::uuid])`,
    [office],
  )
  await ground.filling.query(
    `INSERT INTO office_span (id, office_id, name, short_name, urusan, "from") VALUES ($1, $2, 'Dinas Uji', 'Dinuji', '{}', '2015-01-01')`,
    [v7(), office],
  )
  // what a process does for the first time takes longer than it ever will again
  for (const warm of attacks) await hold(ground, office, { ...warm, rows: 1000 }, 2)
  const idle = await watch(ground, sleep(1500))
  const verdicts: Verdict[] = []
  const rows = [['nothing', '', '', '', '', idle.p95.toFixed(0), idle.longest.toFixed(0), String(idle.memory)]]
  for (const attack of attacks) {
    const held = await hold(ground, office, attack)
    verdicts.push({
      what: `twelve evaluations, ${attack.name}: another request in ${held.p95.toFixed(0)} ms (p95), at most ${most}`,
      holds: held.p95 <= most,
    })
    rows.push([
      attack.name,
      held.answers,
      megabytes(held.sent),
      megabytes(held.received),
      (held.took / 1000).toFixed(1),
      held.p95.toFixed(0),
      held.longest.toFixed(0),
      String(held.memory),
    ])
  }
  const head = [
    'twelve evaluations',
    'answers',
    'sent MB',
    'largest answer MB',
    'took s',
    'other p95 ms',
    'longest ms',
    'memory MB',
  ]
  return { report: `## While twelve evaluate at once\n\n${table(head, rows)}`, verdicts }
}
