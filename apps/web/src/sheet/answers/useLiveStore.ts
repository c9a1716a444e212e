import { useEffect } from 'react'
import type { FormStore } from './formStore.ts'
import { enter, leave } from './liveStores.ts'

/**
 * Puts the answers of a report into use while this page shows them, restored from what an earlier visit left unsent. `onReady` is
 * called once all of that is shown. `key`: person and report.
 */
export function useLiveStore(key: string, store: FormStore | null, onReady: (store: FormStore) => void): void {
  useEffect(() => {
    if (!store) return
    let shown = true
    enter(key, store)
      .then(store.restore)
      .then(() => {
        if (shown) onReady(store)
      })
    return () => {
      shown = false
      leave(key, store)
    }
  }, [key, store, onReady])
}
