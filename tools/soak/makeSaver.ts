import { setTimeout as sleep } from 'node:timers/promises'
import { v7 } from 'uuid'
import { answered, type Caller, type Cells, must, type Saved, untilSaid } from './caller.ts'
import type { Checks } from './checks.ts'

/** Somebody who works until the server is gone, and keeps a log of what was acknowledged. */
export interface Writer {
  /** Works until the server is gone, or it is over. */
  write: (isOver: () => boolean) => Promise<void>
  /** Compares what was acknowledged since the last time with what the API gives; how many things that were. */
  compare: (checks: Checks, where: string) => Promise<number>
  /** Does again what was cut off: it is done now, or was already; either way once. */
  repeat: (checks: Checks, where: string) => Promise<void>
}

/** A change as it was sent; `rev` once it was acknowledged. */
interface Sent {
  changeId: string
  op: 'set'
  pointer: string
  value: string
  base: number
  rev?: number
}
interface Kept {
  changeId: string
  seq: number
  to: unknown
}

/** The changes of a submission after a number, by id, as the API gives them. */
const changesOf = async (caller: Caller, submission: string, after: number): Promise<Map<string, Kept>> => {
  const all = new Map<string, Kept>()
  for (let since = after, more = true; more; ) {
    const path = `/submissions/${submission}/changes?since=${since}&limit=500`
    const page = await must(caller<{ items: Kept[]; more: boolean }>('GET', path))
    for (const item of page.items) all.set(item.changeId, item)
    since = page.items.at(-1)?.seq ?? since
    more = page.more
  }
  return all
}

/** Somebody who saves one cell again and again. */
export const makeSaver = (caller: Caller, submission: string, pointer: string): Writer => {
  let acknowledged: Sent[] = []
  /** Sent, and cut off before an answer came. */
  let cutOff: Sent | null = null
  let last: string | undefined
  let compared = 0
  let rev = 0
  let n = 0
  const save = async (change: Sent): Promise<string | null> => {
    const asked = caller<Saved>('PATCH', `/submissions/${submission}/answers`, { changes: [change] })
    const answer = await answered(asked)
    if (answer === null) return null
    const [saved] = answer.body.results ?? []
    if (saved === undefined) throw new Error(`a save of its own cell: ${answer.status} ${JSON.stringify(answer.body)}`)
    const { result, rev: now } = saved
    if (result === 'applied' || result === 'already') {
      rev = now
      last = change.value
      acknowledged.push({ ...change, rev })
      cutOff = null
    }
    return result
  }
  return {
    write: async isOver => {
      while (!isOver()) {
        cutOff = { changeId: v7(), op: 'set', pointer, value: String(++n), base: rev }
        const result = await save(cutOff)
        if (result === null) return
        if (result !== 'applied') throw new Error(`a save of its own cell was answered ${result}`)
        await sleep(1)
      }
    },
    compare: async (checks, where) => {
      const changes = await changesOf(caller, submission, compared)
      const lost = acknowledged.filter(({ changeId, value, rev }) => {
        const kept = changes.get(changeId)
        return kept === undefined || kept.to !== value || kept.seq !== rev
      })
      checks.check(
        'no acknowledged change is lost or altered',
        lost.length === 0,
        `${where}: ${lost.length}, ${pointer}`,
      )
      const { answers } = await must(caller<{ answers: Cells<unknown> }>('GET', `/submissions/${submission}/answers`))
      const [, table = '', row = '', field = ''] = pointer.split('/')
      const stands = answers[table]?.[row]?.[field] as string | undefined
      checks.check(
        'a cell holds its last change',
        [last, cutOff?.value].includes(stands),
        `${where}: ${pointer} ${stands}`,
      )
      const { length } = acknowledged
      compared = acknowledged.at(-1)?.rev ?? compared
      acknowledged = []
      return length
    },
    repeat: async (checks, where) => {
      if (cutOff === null) return
      const change = cutOff
      const result = await untilSaid(() => save(change))
      const once = result === 'applied' || result === 'already'
      checks.check('a save that was cut off is taken once when it is sent again', once, `${where}: ${result}`)
    },
  }
}
