import { setTimeout as sleep } from 'node:timers/promises'
import { v7 } from 'uuid'
import { quantile } from '../../bench/quantile.ts'
import { type Caller, type Cells, must, type Saved } from '../caller.ts'

const people = 3
const thinkMs = 100

/** A whole number in a draft, which is saved again and again. */
interface Cell {
  report: string
  pointer: string
  rev: number
}

export interface Answering {
  requests: number
  /** In milliseconds. */
  p95: number
  median: number
}

/** Finds what an operator can save: a number in one of the drafts. @throws where there is none */
export async function findCell(operator: Caller): Promise<Cell> {
  const path = '/submissions?status=draft,returned&limit=50'
  const { items } = await must(operator<{ items: { submission: string }[] }>('GET', path))
  for (const { submission: id } of items) {
    const { answers, revs } = await must(
      operator<{ answers: Cells<unknown>; revs: Cells<number> }>('GET', `/submissions/${id}/answers?revs=true`),
    )
    for (const [table, rows] of Object.entries(answers))
      for (const [row, cells] of Object.entries(rows))
        for (const [field, value] of Object.entries(cells))
          if (typeof value === 'string' && /^\d+$/.test(value))
            return { report: id, pointer: `/${table}/${row}/${field}`, rev: revs[table]?.[row]?.[field] ?? 0 }
  }
  throw new Error('no draft has a number')
}

/** Three people who look at the overview and the list, and one of whom saves, one request after another, as long as `goesOn`. */
export async function peopleAtWork(
  { leader, operator, cell }: { leader: Caller; operator: Caller; cell: Cell },
  goesOn: () => boolean,
): Promise<Answering> {
  const times: number[] = []
  const timed = async <T>(ask: () => Promise<T>): Promise<T> => {
    const begun = performance.now()
    const answer = await ask()
    times.push(performance.now() - begun)
    return answer
  }
  let typed = 0
  const save = async () => {
    const change = {
      changeId: v7(),
      op: 'set',
      pointer: cell.pointer,
      value: String(1000 + (typed++ % 100)),
      base: cell.rev,
    }
    const { results } = await timed(() =>
      must(operator<Saved>('PATCH', `/submissions/${cell.report}/answers`, { changes: [change] })),
    )
    const [result] = results
    if (result?.result !== 'applied' && result?.result !== 'already') throw new Error(`not saved: ${result?.result}`)
    cell.rev = result.rev
  }
  const work = async (n: number) => {
    while (goesOn()) {
      await timed(() => must(leader('GET', '/overview?year=2026')))
      await timed(() => must(leader('GET', '/submissions?limit=50')))
      if (n === 0) await save()
      await sleep(thinkMs)
    }
  }
  await Promise.all(Array.from({ length: people }, (_, n) => work(n)))
  times.sort((a, b) => a - b)
  return { requests: times.length, p95: quantile(times, 0.95), median: quantile(times, 0.5) }
}
