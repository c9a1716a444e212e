import type { Narrative } from '@sepakat/rules/editions/Narrative.ts'
import { atom } from 'nanostores'
import { delayAfter, isFinal } from '#sync/transport/refusalOf.ts'
import type { EditionSection } from './queries.ts'

/** What is on this device and not on the server yet. */
export interface Unsent {
  /** `rev` of the text that it was written on. */
  base: number
  narrative: Narrative
}
export type Writing =
  | { state: 'saved' | 'waiting' | 'saving' }
  /** No answer came; it is sent again by itself. */
  | { state: 'unreached' }
  /** The server will not take it: it stays on this device. */
  | { state: 'refused'; error: unknown }
  /** Another person saved a text meanwhile. */
  | { state: 'conflict'; mine: Narrative; theirs: EditionSection }

interface WriterDeps {
  /** Of the text that it begins with. */
  rev: number
  put: (unsent: Unsent) => Promise<{ result: 'saved' | 'unchanged' | 'conflict'; section: EditionSection }>
  /** Stores on the device what is not sent; null: all is. */
  keep: (unsent: Unsent | null) => void
  onSaved: (section: EditionSection) => void
}
/** Sent after a pause in writing (ms). */
const pause = 1200

/** Saves the text of one section: first on the device, then on the server, the last text alone, one request at a time. */
export function sectionWriter({ rev, put, keep, onSaved }: WriterDeps) {
  const writing = atom<Writing>({ state: 'saved' })
  let base = rev
  let unsent: Narrative | null = null
  let running = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void send(), ms)
  }

  function write(narrative: Narrative): void {
    unsent = narrative
    keep({ base, narrative })
    const now = writing.get()
    if (now.state === 'conflict') {
      writing.set({ ...now, mine: narrative })
      return
    }
    if (!running) writing.set({ state: 'waiting' })
    later(pause)
  }

  async function send(): Promise<void> {
    clearTimeout(timer)
    if (running || unsent === null || writing.get().state === 'conflict') return
    const sent = unsent
    running = true
    writing.set({ state: 'saving' })
    try {
      const { result, section } = await put({ base, narrative: sent })
      failures = 0
      if (result === 'conflict') writing.set({ state: 'conflict', mine: unsent, theirs: section })
      else saved(sent, section)
    } catch (error) {
      failures += 1
      if (isFinal(error)) writing.set({ state: 'refused', error })
      else {
        writing.set({ state: 'unreached' })
        later(delayAfter(error, failures))
      }
    } finally {
      running = false
    }
  }

  function saved(sent: Narrative, section: EditionSection): void {
    base = section.rev
    const isAll = unsent === sent
    if (isAll) unsent = null
    keep(unsent === null ? null : { base, narrative: unsent })
    writing.set({ state: isAll ? 'saved' : 'waiting' })
    if (!isAll) later(pause)
    onSaved(section)
  }

  /** Ends a conflict: this text replaces theirs, or is dropped for it. */
  function settle(chosen: 'mine' | 'theirs'): void {
    const now = writing.get()
    if (now.state !== 'conflict') return
    base = now.theirs.rev
    if (chosen === 'mine') {
      unsent = now.mine
      keep({ base, narrative: now.mine })
      writing.set({ state: 'waiting' })
      void send()
    } else {
      unsent = null
      keep(null)
      writing.set({ state: 'saved' })
      onSaved(now.theirs)
    }
  }

  /** Whether the server has a later text, and this device nothing that it does not have. */
  const isBehind = (rev: number): boolean => rev > base && unsent === null && !running
  return { writing, write, send, settle, isBehind, unsent: () => unsent }
}
