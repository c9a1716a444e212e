import type { FormStore } from '#sheet/answers/formStore.ts'
import { sentAll } from '#sheet/answers/sentAll.ts'

/** An evaluator's own changes that are not on the server: a move made now would be one of the report without them. */
export class UnsentError extends Error {
  readonly waiting: number
  readonly stuck: number
  constructor(waiting: number, stuck: number) {
    super(`${waiting + stuck} changes are not on the server`)
    this.name = 'UnsentError'
    this.waiting = waiting
    this.stuck = stuck
  }
}

/** Sends what the evaluator has written; throws where not all of it arrived. */
export async function allSent(store: FormStore): Promise<void> {
  await sentAll(store)
  const { waiting } = store.outbox.state()
  const stuck = store.undecided().length
  if (waiting + stuck > 0) throw new UnsentError(waiting, stuck)
}
