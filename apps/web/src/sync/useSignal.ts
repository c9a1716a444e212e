import { useCallback, useSyncExternalStore } from 'react'
import type { FormStore } from './formStore.ts'

const unheard = () => {}

/** Reads from a store of answers whenever this key is notified. `read` must return the same object while nothing changed. */
export function useStore<S extends FormStore | null, T>(store: S, key: string, read: (store: S) => T): T {
  const subscribe = useCallback((listener: () => void) => store?.on(key, listener) ?? unheard, [store, key])
  return useSyncExternalStore(subscribe, () => read(store))
}
