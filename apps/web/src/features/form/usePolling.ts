import { useEffect } from 'react'
import { announce } from '../../ui/announce.ts'
import type { FormStore } from './model/formStore.ts'
import { mergeChanges } from './model/mergeChanges.ts'
import { readChanges } from './queries.ts'

const every = 5000

/** Brings in what others type into the same form, while it is looked at. `me`: the acting post. */
export function usePolling(store: FormStore, submission: string, me: string, active: boolean): void {
  useEffect(() => {
    if (!active) return
    const stop = new AbortController()
    let since = store.version
    let timer: ReturnType<typeof setTimeout>
    const again = () => {
      timer = setTimeout(look, every)
    }
    async function look(): Promise<void> {
      if (document.visibilityState === 'hidden') return again()
      try {
        const { data } = await readChanges(submission, since, stop.signal)
        const others = mergeChanges(store, data.items, me)
        since = data.items.at(-1)?.seq ?? since
        for (const name of others) announce(`${name} mengubah susunan baris.`)
        if (data.more) return void look()
      } catch {
        // No line, or no longer one's own to read: the query of the submission says so.
      }
      if (!stop.signal.aborted) again()
    }
    void look()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [store, submission, me, active])
}
