import type { FormStore } from './formStore.ts'

/** Sends what waits. Settles when all of it is answered, or none of it can be sent now. */
export function sentAll({ outbox, on }: Pick<FormStore, 'outbox' | 'on'>): Promise<void> {
  const isOver = () => {
    const { waiting, failure } = outbox.state()
    return waiting === 0 || failure !== null
  }
  if (isOver()) return Promise.resolve()
  outbox.flush()
  return new Promise(resolve => {
    const off = on('outbox', () => {
      if (!isOver()) return
      off()
      resolve()
    })
  })
}
