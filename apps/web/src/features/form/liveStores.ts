// A form that is left with something unsent goes on sending until all of it has arrived; the head of every page counts what is
// still on its way, of all of them.
import { keepsOnDevice } from '../../lib/device/database.ts'
import { setSaveState } from '../../lib/saveState.ts'
import type { FormStore } from './model/formStore.ts'

const live = new Map<string, { store: FormStore; used: boolean; off: () => void }>()

function tell(): void {
  let waiting = 0
  let stuck = 0
  for (const { store } of live.values()) {
    const state = store.outbox.state()
    waiting += state.waiting
    stuck += state.stuck
  }
  setSaveState({ waiting, stuck })
}

function end(key: string): void {
  const one = live.get(key)
  if (!one) return
  one.off()
  one.store.stop()
  live.delete(key)
  tell()
}

/** Puts a form into use. What an earlier use of it still had to send is taken up by this one from the device. */
export function enter(key: string, store: FormStore): void {
  const before = live.get(key)
  if (before?.store === store) {
    before.used = true
    return
  }
  end(key)
  const off = store.on('outbox', () => {
    tell()
    if (live.get(key)?.used === false && store.outbox.state().waiting === 0) end(key)
  })
  live.set(key, { store, used: true, off })
  tell()
}

/** The page was left: sends what it had, then lets go of it. */
export function leave(key: string, store: FormStore): void {
  const one = live.get(key)
  if (!one || one.store !== store) return
  one.used = false
  store.outbox.flush()
  // React may put the same page back at once.
  setTimeout(() => {
    if (!one.used && live.get(key) === one && store.outbox.state().waiting === 0) end(key)
  }, 1000)
}

/** Something would be lost if the page were closed now, or is about to arrive: without a line all of it is on the device. */
export const hasUnsent = (): boolean =>
  [...live.values()].some(({ store }) => {
    const { waiting, failure, keepLost } = store.outbox.state()
    return waiting > 0 && (failure === null || keepLost || !keepsOnDevice())
  })
