// Sends what is unsent of every report of the user, also of those not opened since the browser started: at the
// start, on reconnecting, and with back-off while offline. One window does it for all.

import { isOpenHere, keyOf, onOpenForms } from '#sheet/answers/liveStores.ts'
import { readCreatedHere } from '#sync/cache/createdHere.ts'
import { inOneWindow, whileNotOpen } from '#sync/outbox/formLock.ts'
import { idbOutboxStore } from '#sync/outbox/idbOutboxStore.ts'
import { onQueue, readQueue } from '#sync/outbox/queuedSubmits.ts'
import { savingTo } from '#sync/outbox/savingTo.ts'
import { OutOfReach, sendReport } from '#sync/outbox/sendReport.ts'
import { unsentReports } from '#sync/outbox/unsentReports.ts'
import { ProblemError } from '#sync/problems/ProblemError.ts'
import { setSaveState } from '#sync/saveState.ts'
import { api, createdFirst } from '#sync/transport/api.ts'
import { delayAfter } from '#sync/transport/refusalOf.ts'
import { type Submitted, sendQueuedSubmits } from './submit/sendQueuedSubmits.ts'

/** Triggers within this time (ms) are one check. */
const together = 300
/** Another window sends: checked again after this time (ms). */
const elsewhere = 5000

export interface Sender {
  /** Checks for something to send, soon. */
  look(): void
  stop(): void
}

/** A refusal is reported by what reads it, and with what was typed. */
const unlessRefused = async (work: Promise<unknown>): Promise<void> => {
  await work.catch(error => {
    if (!(error instanceof ProblemError)) throw error
  })
}
/** Replaces the draft preview by the created answers. */
const renewAnswers = (id: string) =>
  unlessRefused(api('GET /submissions/:id/answers', { params: { id }, query: { revs: true } }))

/** `post`: the acting post; what was decided in another waits for that. */
export function senderFor(person: string, post: string, onSubmitted: (sent: Submitted) => void): Sender {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = false
  let stopped = false
  let failures = 0

  function plan(ms: number): void {
    if (stopped) return
    clearTimeout(timer)
    timer = setTimeout(run, ms)
  }
  async function run(): Promise<void> {
    if (running) return plan(together)
    running = true
    try {
      await sendAll()
      failures = 0
    } catch (error) {
      failures += 1
      plan(delayAfter(error, failures))
    } finally {
      running = false
    }
  }
  /** Counts what is unsent of reports that are not open here; returns those with something to send. */
  async function count(): Promise<string[]> {
    const others = [...(await unsentReports(person))].filter(([id]) => !isOpenHere(person, id))
    const sum = { waiting: 0, stuck: 0 }
    for (const [, report] of others) {
      sum.waiting += report.waiting
      sum.stuck += report.stuck
    }
    if (!stopped) setSaveState('other reports', sum)
    return others.filter(([, { waiting }]) => waiting > 0).map(([id]) => id)
  }
  async function sendAll(): Promise<void> {
    const created = [...(await readCreatedHere(person))]
    const ids = [...new Set([...created.filter(id => !isOpenHere(person, id)), ...(await count())])]
    const queued = (await readQueue(person)).some(({ state }) => state === 'waiting')
    if ((created.length + ids.length === 0 && !queued) || stopped) return
    try {
      let all = false
      const here = await inOneWindow(async () => {
        for (const id of created) if (!stopped) await unlessRefused(createdFirst(id))
        for (const id of ids)
          if (!stopped) await whileNotOpen(keyOf(person, id), () => sendOne(id, created.includes(id)))
        all = stopped || (await sendQueuedSubmits(person, post, onSubmitted))
      })
      if (!here || !all) plan(elsewhere)
    } finally {
      await count()
    }
  }
  async function sendOne(id: string, created: boolean): Promise<void> {
    const disk = idbOutboxStore(person, id)
    const onChange = (sending: number) => setSaveState('other reports on their way', { sending })
    try {
      if (created) await renewAnswers(id)
      await sendReport(disk, savingTo(id), onChange)
    } catch (error) {
      if (!(error instanceof OutOfReach)) throw error
    } finally {
      onChange(0)
    }
  }

  const offs = [onOpenForms(() => plan(together)), onQueue(() => plan(together))]
  plan(0)
  return {
    look: () => plan(together),
    stop() {
      stopped = true
      for (const off of offs) off()
      clearTimeout(timer)
      setSaveState('other reports', null)
    },
  }
}
