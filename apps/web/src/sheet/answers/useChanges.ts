import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isLive, type Listener, subscribeToUpdates } from '#sync/live/liveUpdates.ts'
import { queryOf } from '#sync/transport/queryOf.ts'
import { announce } from '#ui/announce.ts'
import type { FormStore } from './formStore.ts'
import { mergeChanges } from './mergeChanges.ts'

/** Polling interval without live updates, and after a failed read. */
const every = 5000
/** The response to an own save arrives at the same time as its live update, and says the same. */
const ownSaveDelayMs = 400

/** What was accepted since: asked for each time, by its ETag as long as there is nothing new; what fails is asked for at the next time. */
const changesQuery = (id: string, since: number) => ({
  ...queryOf('GET /submissions/:id/changes', { params: { id }, query: { since } }),
  staleTime: 0,
  gcTime: 2 * every,
  retry: false,
})

/**
 * Fetches what others type into the same form while it is visible; a form that started from the cache does so at once, for all later
 * changes. A read-only form, whenever the report has a newer version (`version`): an evaluator writes in it then. `me`: the
 * acting post; `open`: its store, null while there is none.
 */
export function useChanges(
  open: FormStore | null,
  submission: string,
  me: string,
  active: boolean,
  version: number,
): void {
  const client = useQueryClient()
  const known = active ? 0 : version
  useEffect(() => {
    if (!open) return
    const store = open
    const { seen } = store
    const isBehind = seen.isBehind() || known > seen.upTo()
    if (!active && !isBehind) return
    let stopped = false
    let timer: ReturnType<typeof setTimeout>
    let reading = false
    function after(wait: number, run: () => void): void {
      clearTimeout(timer)
      if (!stopped) timer = setTimeout(run, wait)
    }
    async function look(): Promise<void> {
      if (document.visibilityState === 'hidden') return after(every, look)
      if (reading) return after(ownSaveDelayMs, look)
      reading = true
      let wait: number | null = every
      try {
        const told = await client.fetchQuery(changesQuery(submission, seen.upTo()))
        if (stopped) return
        const others = mergeChanges(store, told.items, me)
        if (!told.more) seen.caughtUp(told.version)
        for (const name of others) announce(`${name} mengubah susunan baris.`)
        wait = told.more ? 0 : !active || isLive(submission) ? null : every
      } catch {
        // Offline, or not readable any more: the submission's query says so.
      }
      reading = false
      if (wait !== null) after(wait, look)
    }
    after(isBehind ? 0 : every, look)
    const listener: Listener = {
      update: update => {
        if (update.about !== 'answers') return
        clearTimeout(timer)
        const lookIfNew = () => update.version > seen.upTo() && void look()
        if (update.version > seen.upTo()) after(ownSaveDelayMs, lookIfNew)
        else seen.caughtUp(update.version)
      },
      live: connected => !connected && after(every, look),
    }
    const ignore = active ? subscribeToUpdates(submission, listener) : () => {}
    return () => {
      stopped = true
      ignore()
      clearTimeout(timer)
    }
  }, [client, open, submission, me, active, known])
}
