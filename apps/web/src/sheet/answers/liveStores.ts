// A form left with unsent changes goes on sending until all have arrived; the header of every page counts what is
// still unsent, of all of them.

import { atom } from 'nanostores'
import { openFormLock } from '#sync/outbox/formLock.ts'
import { setSaveState } from '#sync/saveState.ts'
import { channelOf } from '#sync/tabs/channelOf.ts'
import { holdsPage } from '#sync/tabs/onlyHere.ts'
import { onReconnect } from '#sync/transport/online.ts'
import { keepsOnDevice } from '#sync/vault/keepsOnDevice.ts'
import type { FormStore } from './formStore.ts'

const live = new Map<string, { store: FormStore; used: boolean; off: () => void; letGo: () => void }>()

function tell(): void {
  let [waiting, sending, stuck, onPage] = [0, 0, 0, 0]
  for (const { store } of live.values()) {
    const state = store.outbox.state()
    waiting += state.waiting
    if (state.sending && state.failure === null) sending += state.waiting
    stuck += state.stuck
    onPage += state.onPage
  }
  setSaveState('open forms', { waiting, sending, stuck, onPage })
}

/** How often a form was opened, released, or has sent all it had. */
const moves = atom(0)
const moved = (): void => moves.set(moves.get() + 1)
/** Calls back when a form is opened, is released, or has sent all it had. */
export const onOpenForms = (listener: () => void): (() => void) => moves.listen(listener)
/** Whether this window itself sends the unsent changes of this report. */
export const isOpenHere = (person: string, submission: string): boolean => live.has(keyOf(person, submission))
export const keyOf = (person: string, submission: string): string => `${person}/${submission}`

function end(key: string): void {
  const one = live.get(key)
  if (!one) return
  one.off()
  one.letGo()
  one.store.stop()
  live.delete(key)
  tell()
  moved()
}

/**
 * Puts a form into use. The unsent changes of an earlier use of it are restored from the device. Settles when all of them
 * are restored and no other window sends them.
 */
export async function enter(key: string, store: FormStore): Promise<void> {
  const before = live.get(key)
  if (before?.store === store) {
    before.used = true
    return
  }
  end(key)
  const kept = before?.store.outbox.saved()
  const { alone, letGo } = openFormLock(key)
  let had = 0
  const off = store.on('outbox', () => {
    tell()
    const { waiting } = store.outbox.state()
    if (live.get(key)?.used === false && waiting === 0) end(key)
    else if (waiting === 0 && had > 0) moved()
    had = waiting
  })
  live.set(key, { store, used: true, off, letGo })
  tell()
  moved()
  await Promise.all([alone, kept])
}

/** The page was left: sends what it had, then releases it. */
export function leave(key: string, store: FormStore): void {
  const one = live.get(key)
  if (!one || one.store !== store) return
  one.used = false
  store.outbox.flush()
  // React may mount the same page again at once.
  setTimeout(() => {
    if (!one.used && live.get(key) === one && store.outbox.state().waiting === 0) end(key)
  }, 1000)
}

// What failed while offline is retried on reconnecting, not at its own next retry.
onReconnect(() => {
  for (const { store } of live.values()) store.outbox.flush()
})

const channel = channelOf<string>('sepakat.discarded')
const discardHere = (person: string) => {
  for (const [key, { store }] of live) if (key.startsWith(keyOf(person, ''))) store.discard()
}
channel.hear(discardHere)

/** Open forms of this user, in every window, discard what is unsent. */
export function discardInForms(person: string): void {
  discardHere(person)
  channel.post(person)
}

holdsPage(() =>
  [...live.values()].some(({ store }) => {
    const { waiting, stuck, onPage } = store.outbox.state()
    return onPage > 0 || (waiting + stuck > 0 && !keepsOnDevice())
  }),
)

/** Something would be lost if the page were closed now, or is about to arrive: offline all of it is on the device. */
export const hasUnsent = (): boolean =>
  [...live.values()].some(({ store }) => {
    const { waiting, failure, onPage } = store.outbox.state()
    return onPage > 0 || (waiting > 0 && (failure === null || !keepsOnDevice()))
  })
