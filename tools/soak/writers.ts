import { setTimeout as sleep } from 'node:timers/promises'
import { v7 } from 'uuid'
import { type Caller, must, type Saved } from './caller.ts'

/** A change as it was sent; `rev` once it was acknowledged. */
interface Sent {
  changeId: string
  op: 'set'
  pointer: string
  value: string
  base: number
  rev?: number
}

/** Somebody who saves one cell again and again until the connection breaks. */
export interface Writer {
  submission: string
  pointer: string
  acknowledged: Sent[]
  /** Sent, and cut off before an answer came. */
  cutOff: Sent | null
  /** Saves until the server is gone. */
  write: (caller: Caller) => Promise<void>
  /** Sends again what was cut off: it is applied now, or was already; either way once. */
  repeat: (caller: Caller) => Promise<string | null>
}

export const makeWriter = (submission: string, pointer: string): Writer => {
  const acknowledged: Sent[] = []
  let rev = 0
  let n = 0
  const save = async (caller: Caller, change: Sent): Promise<string> => {
    const { rev: _, ...sent } = change
    const { results } = await must(caller<Saved>('PATCH', `/submissions/${submission}/answers`, { changes: [sent] }))
    const { result, rev: now } = results[0]!
    if (result === 'applied' || result === 'already') {
      rev = now
      acknowledged.push({ ...change, rev })
      writer.cutOff = null
    }
    return result
  }
  const writer: Writer = {
    submission,
    pointer,
    acknowledged,
    cutOff: null,
    write: async caller => {
      for (;;) {
        writer.cutOff = { changeId: v7(), op: 'set', pointer, value: String(++n), base: rev }
        const result = await save(caller, writer.cutOff).catch(() => 'gone')
        if (result === 'gone') return
        if (result !== 'applied') throw new Error(`a save of its own cell was answered ${result}`)
        await sleep(1)
      }
    },
    repeat: async caller => (writer.cutOff === null ? null : save(caller, writer.cutOff)),
  }
  return writer
}

interface Kept {
  changeId: string
  seq: number
  to: unknown
}

/** Every change of a submission, by id, as the API gives them. */
export const changesOf = async (caller: Caller, submission: string): Promise<Map<string, Kept>> => {
  const all = new Map<string, Kept>()
  for (let since = 0, more = true; more; ) {
    const path = `/submissions/${submission}/changes?since=${since}&limit=500`
    const page = await must(caller<{ items: Kept[]; more: boolean }>('GET', path))
    for (const item of page.items) all.set(item.changeId, item)
    since = page.items.at(-1)?.seq ?? since
    more = page.more
  }
  return all
}
