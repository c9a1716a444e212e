import { setPriority } from 'node:os'

/** Gives way to those who use the product meanwhile. */
const niceness = 10

/** In a process that `runApart` began: does what it was asked, once, and ends. */
export const answerOrder = <Order>(work: (order: Order) => Promise<Uint8Array> | Uint8Array): void => {
  setPriority(niceness)
  process.once('message', async (order: Order) => {
    const bytes = await work(order)
    process.send?.(bytes, () => process.disconnect())
  })
}
