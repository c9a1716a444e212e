import type { FormStore } from './formStore.ts'

/**
 * Sends what waits, now, though an earlier try has failed. Settles when all of it is answered, or this try has failed too: what is
 * unsent then is in the store.
 */
export function sentAll({ outbox, on }: Pick<FormStore, 'outbox' | 'on'>): Promise<void> {
  let tried = false
  const isOver = () => {
    const { waiting, sending, failure } = outbox.state()
    tried ||= sending
    return waiting === 0 || (tried && !sending && failure !== null)
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
