import { atom } from 'nanostores'
import { useEffect, useSyncExternalStore } from 'react'

/**
 * What is not on the server yet: `waiting` changes will be sent, of which `sending` are in flight; `stuck` ones need the user
 * (conflict, locked, wrong); `onPage` are lost if the page is closed, since the device refuses them.
 */
export interface SaveState {
  waiting: number
  sending: number
  stuck: number
  onPage: number
}

const nothing: SaveState = { waiting: 0, sending: 0, stuck: 0, onPage: 0 }
/** Unsent work of earlier visits on this device: "all saved" is unknown until both have been counted. */
const leftBehind = ['other reports', 'files']
const states = new Map<string, SaveState>()
interface AllSaveState extends SaveState {
  /** Everything on this device was counted. */
  counted: boolean
  /** Of other reports, while the page says its own. */
  elsewhere: SaveState | null
}
const state = atom<AllSaveState>({ ...nothing, counted: false, elsewhere: null })
let pages = 0

/** Reported by every source of unsent work under a name of its own; the header of every page shows the sum. Null: it no longer counts. */
export function setSaveState(source: string, next: Partial<SaveState> | null): void {
  if (next) states.set(source, { ...nothing, ...next })
  else states.delete(source)
  renew()
}

function renew(): void {
  const sum = { ...nothing, counted: leftBehind.every(one => states.has(one)) }
  for (const one of states.values()) {
    sum.waiting += one.waiting
    sum.sending += one.sending
    sum.stuck += one.stuck
    sum.onPage += one.onPage
  }
  const elsewhere = pages > 0 ? (states.get('other reports') ?? nothing) : null
  const before = state.get()
  const same = (Object.keys(sum) as (keyof typeof sum)[]).every(key => sum[key] === before[key])
  if (!same || elsewhere !== before.elsewhere) state.set({ ...sum, elsewhere })
}

/** For a page that says itself where its answers are: the header then says it of other reports alone. */
export function useOwnSaveState(): void {
  useEffect(() => {
    pages++
    renew()
    return () => {
      pages--
      renew()
    }
  }, [])
}

/** Calls back on every change. */
export const onSaveState = (listener: () => void): (() => void) => state.listen(listener)

export const saveState = (): AllSaveState => state.get()

/** A part of it, so that what shows it is drawn when that changes, not at each key. `read` gives the same object while it does not. */
export const useSaveState = <T>(read: (all: AllSaveState) => T): T =>
  useSyncExternalStore(onSaveState, () => read(state.get()))
