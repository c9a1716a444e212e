import { useEffect } from 'react'
import { hearBell, isHeard, type Listener } from '../../lib/bell.ts'
import { announce } from '../../ui/announce.ts'
import type { FormStore } from './model/formStore.ts'
import { mergeChanges } from './model/mergeChanges.ts'
import { readChanges } from './queries.ts'

/** Without a bell, and after a reading that failed. */
const every = 5000
/** The answer to one's own save comes at the same time as its ring, and says the same. */
const patience = 400

/**
 * Brings in what others type into the same form, while it is looked at; where the form began with a copy, at once and once what came
 * after it. Where it is only read, whenever the report is known to have moved on (`version`): an evaluator writes in it then. `me`:
 * the acting post.
 */
export function useChanges(store: FormStore, submission: string, me: string, active: boolean, version: number): void {
  const known = active ? 0 : version
  useEffect(() => {
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
      if (reading) return after(patience, look)
      reading = true
      let wait: number | null = every
      try {
        const { data } = await readChanges(submission, seen.upTo())
        if (stopped) return
        const others = mergeChanges(store, data.items, me)
        if (!data.more) seen.caughtUp(data.version)
        for (const name of others) announce(`${name} mengubah susunan baris.`)
        wait = data.more ? 0 : !active || isHeard(submission) ? null : every
      } catch {
        // No line, or no longer one's own to read: the query of the submission says so.
      }
      reading = false
      if (wait !== null) after(wait, look)
    }
    after(isBehind ? 0 : every, look)
    const listener: Listener = {
      ring: ring => {
        if (ring.about !== 'answers') return
        clearTimeout(timer)
        const lookIfNew = () => ring.version > seen.upTo() && void look()
        if (ring.version > seen.upTo()) after(patience, lookIfNew)
        else seen.caughtUp(ring.version)
      },
      line: open => !open && after(every, look),
    }
    const ignore = active ? hearBell(submission, listener) : () => {}
    return () => {
      stopped = true
      ignore()
      clearTimeout(timer)
    }
  }, [store, submission, me, active, known])
}
