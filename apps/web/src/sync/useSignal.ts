import { useCallback, useSyncExternalStore } from 'react'
import type { Signals } from './signals.ts'

const unheard = () => {}

/** Reads from what is told by key, again whenever this key is. `read` must return the same object while nothing changed. */
export function useSignal<S extends Pick<Signals, 'on'> | null, T>(source: S, key: string, read: (source: S) => T): T {
  const subscribe = useCallback((listener: () => void) => source?.on(key, listener) ?? unheard, [source, key])
  return useSyncExternalStore(subscribe, () => read(source))
}
