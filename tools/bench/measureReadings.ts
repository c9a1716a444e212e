// What is read of the whole region: only the product is measured, on the tables as they are filled, by the figures that a leader waits for.

import { connect } from './connection.ts'
import type { Ground } from './ground.ts'
import { load, type Measured } from './load.ts'
import { median } from './measure.ts'
import { type Part, table } from './report.ts'
import { api, of } from './writing.ts'

interface Reading {
  name: string
  path: string
  /** Its answer has a line for each report of a year, so it grows with them: only its time is judged. */
  grows?: true
  /** A coordinator's; else a leader's. */
  coordinator?: true
  /** Something is written twenty times a second, so that no answer is given again: told, not judged. */
  written?: true
}
const recap = '/recap?form=spm/triwulan&period=2025-TW4&provisional=true'
const overview = '/overview?year=2025'
const readings: Reading[] = [
  { name: 'recap', path: recap },
  { name: 'recap, others write', path: recap, written: true },
  { name: 'overview', path: overview, grows: true },
  { name: 'overview, others write', path: overview, written: true },
  { name: 'leader', path: '/leader?year=2025' },
  { name: 'dashboards', path: '/dashboards?year=2025' },
  { name: 'late', path: '/cockpit/late', coordinator: true },
  { name: 'stuck', path: '/cockpit/stuck', coordinator: true },
  { name: 'waiting', path: '/cockpit/waiting', coordinator: true },
]
export interface ReadingsMeasured {
  title: string
  figures: number
  /** By reading: of the very first request, in milliseconds. */
  first: Map<string, number>
  /** By reading: of the median round. */
  p95: Map<string, number>
  bytes: Map<string, number>
  wrong: string[]
}

const mostMs = 150
const flat = 1.5

/** @param seconds of each of the rounds; one more goes before them */
export const measureReadings = async (
  { ports, cast, filling, processorTime }: Ground,
  title: string,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<ReadingsMeasured> => {
  const [{ n: figures }] = (await filling.query<{ n: number }>('SELECT count(*)::int AS n FROM figure')).rows as [
    { n: number },
  ]
  const measured: ReadingsMeasured = { title, figures, first: new Map(), p95: new Map(), bytes: new Map(), wrong: [] }
  const on = { port: ports.product, processorTime: () => processorTime('product') }
  for (const { name, path, coordinator, written } of readings) {
    const traffic = {
      next: (n: number) =>
        ({
          method: 'GET',
          path: `${api}${path}`,
          headers: { cookie: coordinator ? cast.coordinator : of(cast.leaders, n) },
        }) as const,
    }
    const found: Measured[] = []
    // the first is made from everything; it is told apart
    const alone = await connect(ports.product)
    measured.first.set(name, (await alone.send(traffic.next(0))).ms)
    alone.close()
    const writing = written && setInterval(() => void filling.query('UPDATE setting SET value = value'), 50)
    for (let round = 0; round <= rounds; round++) {
      const result = await load(on, seconds, traffic)
      if (round > 0) found.push(result)
      if (result.wrong > 0) measured.wrong.push(`${name} at ${title}: ${result.firstWrong}`)
    }
    clearInterval(writing)
    measured.p95.set(name, median(found.map(({ p95 }) => p95)))
    measured.bytes.set(name, median(found.map(({ bytes }) => bytes)))
  }
  return measured
}

const fine = (ms: number | undefined): string => (ms ?? Number.NaN).toFixed(1)

/** A table of what was measured at each size, and whether the largest is as quick as it has to be. */
export const readingsPart = (all: ReadingsMeasured[], { judged }: { judged: boolean }): Part => {
  const [first, last] = [all[0], all.at(-1)]
  if (!first || !last) return { report: '', verdicts: [] }
  const rows = readings.map(({ name }) => [
    name,
    ...all.flatMap(({ first, p95, bytes }) => [
      fine(first.get(name)),
      fine(p95.get(name)),
      (bytes.get(name) ?? 0).toFixed(0),
    ]),
    ((last.p95.get(name) ?? Number.NaN) / (first.p95.get(name) ?? Number.NaN)).toFixed(2),
  ])
  const head = ['reading', ...all.flatMap(({ title }) => ['first ms', `p95 ms, ${title}`, 'bytes']), '×']
  const figures = all.map(({ title, figures }) => `${figures.toLocaleString('en')} figures at ${title}`).join(', ')
  const wrong = all.flatMap(one => one.wrong)
  return {
    report: `## Of the whole region\n\nThe product alone, ten connections; ${figures}.\n\n${table(head, rows)}`,
    verdicts: [
      {
        what: `every answer about the whole region was right${wrong.length > 0 ? ` (${wrong[0]})` : ''}`,
        holds: wrong.length === 0,
      },
      ...(judged
        ? readings.flatMap(({ name, grows, written }) => {
            if (written) return []
            const [small, large] = [first.p95.get(name) ?? 0, last.p95.get(name) ?? Number.NaN]
            const quick = {
              what: `${name} at ${last.title}: p95 ${fine(large)} ms, under ${mostMs}`,
              holds: large < mostMs,
            }
            const times = large / small
            if (grows || first === last) return [quick]
            return [
              quick,
              {
                what: `${name} at ${last.title}: p95 ${times.toFixed(2)} times that of ${first.title}, at most ${flat}`,
                holds: times <= flat,
              },
            ]
          })
        : []),
    ],
  }
}
