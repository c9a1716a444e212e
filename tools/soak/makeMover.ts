import { v7 } from 'uuid'
import { type Answer, answered, type Caller, must, untilSaid } from './caller.ts'
import type { Writer } from './makeSaver.ts'
import type { RecentLog } from './recentLog.ts'

export interface Hands {
  operator: Caller
  verifier: Caller
  coordinator: Caller
}

/** A step of a report's life. `leaves`: its event, and the status it leads to; a step without leaves the status as it is. */
interface Step {
  name: string
  ask: () => Promise<Answer<object>>
  leaves?: { event: string; status: string }
}

const week = () => new Date(Date.now() + 7 * 86_400_000).toISOString()

/** The steps from one approval to the next, for ever; each is asked under a key of its own, so that it can be asked again. */
function* life({ operator, verifier, coordinator }: Hands, id: string): Generator<Step> {
  const path = `/submissions/${id}`
  const move = (by: Caller, name: string, event: string, status: string, body: object = {}): Step => {
    const headers = { 'idempotency-key': v7() }
    return {
      name,
      ask: () => by('POST', `${path}/${name}`, body, headers),
      leaves: { event: `submission.${event}`, status },
    }
  }
  const submit = () => move(operator, 'submit', 'submitted', 'submitted')
  const claim = () => move(verifier, 'claim', 'claimed', 'in-review')
  const answer: Step = {
    name: 'answer notes',
    ask: async () => {
      const notes = await operator<{ items: { id: string; status: string }[] }>('GET', `${path}/notes`)
      if (notes.status >= 300) return notes
      for (const note of notes.body.items!) {
        if (note.status !== 'open') continue
        const said = await operator('POST', `${path}/notes/${note.id}/answers`, { text: 'Sudah diperbaiki.' })
        if (said.status >= 300) return said
      }
      return notes
    },
  }
  const tick: Step = {
    name: 'tick',
    ask: async () => {
      const { body, status } = await verifier<{ answers: Record<string, Record<string, object>> }>(
        'GET',
        `${path}/answers`,
      )
      if (status >= 300) return { body, status }
      for (const [table, rows] of Object.entries(body.answers!))
        for (const [row, cells] of Object.entries(rows)) {
          if (!('state' in cells)) continue
          const ticked = await verifier('PUT', `${path}/ticks`, { anchor: `/${table}/${row}`, ticked: true })
          if (ticked.status >= 300) return ticked
        }
      return { body, status }
    },
  }
  for (;;) {
    yield move(coordinator, 'reopen', 'reopened', 'returned', { reason: 'Angka dikoreksi.', dueAt: week() })
    yield answer
    yield submit()
    yield move(operator, 'withdraw', 'withdrawn', 'returned')
    yield submit()
    yield claim()
    yield move(verifier, 'release', 'released', 'submitted')
    yield claim()
    const note = { id: v7(), anchor: '', text: 'Mohon dicek kembali.' }
    yield { name: 'note', ask: () => verifier('POST', `${path}/notes`, note) }
    yield move(verifier, 'return', 'returned', 'returned', { dueAt: week() })
    yield answer
    yield submit()
    yield claim()
    yield tick
    yield move(verifier, 'approve', 'approved', 'approved')
  }
}

const kept = /^submission\.(reopened|submitted|withdrawn|claimed|released|returned|approved)$/

/** The moves in a report's history, the newest first, at most so many. */
const movesOf = async (caller: Caller, id: string, most: number): Promise<string[]> => {
  const found: string[] = []
  for (let cursor = ''; found.length < most; ) {
    const path = `/submissions/${id}/events?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`
    const { items, next } = await must(caller<{ items: { type: string }[]; next: string | null }>('GET', path))
    found.push(...items.map(({ type }) => type).filter(type => kept.test(type)))
    if (next === null) break
    cursor = next
  }
  return found.slice(0, most)
}

/** Somebody who leads an approved report through its life, again and again. */
export const makeMover = (hands: Hands, id: string, log?: RecentLog): Writer => {
  const steps = life(hands, id)
  /** Events of acknowledged moves, the newest first. */
  const acknowledged: string[] = []
  let status = 'approved'
  let compared = 0
  let cutOff: Step | null = null
  const take = async (step: Step): Promise<Answer<object> | null> => {
    const answer = await answered(step.ask())
    log?.note('step', { report: id, step: step.name, status: answer?.status ?? 'no answer' })
    if (answer === null) return null
    cutOff = null
    if (answer.status < 300 && step.leaves) {
      acknowledged.unshift(step.leaves.event)
      status = step.leaves.status
    }
    return answer
  }
  return {
    write: async isOver => {
      while (!isOver()) {
        cutOff = steps.next().value as Step
        const answer = await take(cutOff)
        if (answer === null) return
        if (answer.status >= 300) throw new Error(`a step of its own report: ${JSON.stringify(answer)}`)
      }
    },
    compare: async (checks, where) => {
      const fresh = acknowledged.length - compared
      const leaves = cutOff?.leaves
      // what is new, and enough before it to see that nothing came between
      const most = Math.min(acknowledged.length + 1, fresh + 20)
      const found = await movesOf(hands.coordinator, id, most)
      const as = (expected: string[]) =>
        expected.slice(0, found.length).join() === found.slice(0, expected.length).join()
      const once = as(acknowledged) || (leaves !== undefined && as([leaves.event, ...acknowledged]))
      checks.check(
        'every acknowledged move is in history, once',
        once,
        `${where}: ${found.join()} for ${acknowledged.slice(0, 20).join()}`,
      )
      const { status: stands } = await must(hands.coordinator<{ status: string }>('GET', `/submissions/${id}`))
      checks.check(
        'a report has the status of its last move',
        [status, leaves?.status].includes(stands),
        `${where}: ${stands}`,
      )
      compared = acknowledged.length
      return fresh
    },
    repeat: async (checks, where) => {
      const step = cutOff
      if (step === null) return
      const answer = await untilSaid(() => take(step))
      const said = `${where}: ${JSON.stringify(answer).slice(0, 300)}`
      checks.check('a move that was cut off is made once when it is asked again', (answer?.status ?? 500) < 300, said)
      const [newest] = await movesOf(hands.coordinator, id, 1)
      if (step.leaves)
        checks.check('and is the last of its history', newest === step.leaves.event, `${where}: ${newest}`)
    },
  }
}
