// A handing in decided without a line. It waits on this device with the instant of the decision, goes after the last change has
// gone, once under its key, and stays until the person has read what became of it.
import { useEffect, useSyncExternalStore } from 'react'
import { database, keepsOnDevice, under } from '../../../lib/device/database.ts'
import { decryptJson, encryptJson } from '../../../lib/device/vault.ts'
import type { Written } from '../model/matchesDraft.ts'

export interface QueuedSubmit {
  person: string
  submission: string
  /** It was decided in this post and goes in no other. */
  post: string
  /** `SPM Triwulan III 2026`, as people know the report. */
  title: string
  /** When it was decided, by this device's clock. */
  at: string
  /** One for each decision: a repeated request hands in once. */
  key: string
  state: 'waiting' | 'sent' | 'refused'
  /** What the report began with when it was decided, where the server had not begun it: with anything else it is not handed in. */
  ahead?: Written | undefined
  /** The number of the receipt, or why it was refused. */
  said: string
}

let known: readonly QueuedSubmit[] = []
const listeners = new Set<() => void>()
function take(next: readonly QueuedSubmit[]): readonly QueuedSubmit[] {
  if (JSON.stringify(next) === JSON.stringify(known)) return known
  known = next
  for (const listener of listeners) listener()
  return known
}
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('sepakat.hand-ins')

/** Reads what waits for this person. */
export async function readQueue(person: string): Promise<readonly QueuedSubmit[]> {
  const found = await (await database()).getAll('handIns', under(person))
  const opened = await Promise.all(found.map(one => decryptJson<QueuedSubmit>(person, one.submission, one.handIn)))
  return take(opened.filter(one => one !== undefined))
}

export async function putQueuedSubmit(queued: QueuedSubmit): Promise<void> {
  const { person, submission } = queued
  const encrypted = await encryptJson(person, submission, queued)
  await (await database()).put('handIns', { person, submission, handIn: encrypted })
  await readQueue(person)
  channel?.postMessage(person)
}

export async function dropQueuedSubmit({
  person,
  submission,
}: Pick<QueuedSubmit, 'person' | 'submission'>): Promise<void> {
  await (await database()).delete('handIns', [person, submission])
  await readQueue(person)
  channel?.postMessage(person)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
/** Called back whenever something is queued or comes to its end, in this window. */
export const onQueue = subscribe

/** The queue of this person, also as other windows change it. */
export function useQueue(person: string): readonly QueuedSubmit[] {
  useEffect(() => {
    if (!keepsOnDevice()) return
    const read = () => void readQueue(person).catch(() => undefined)
    read()
    channel?.addEventListener('message', read)
    return () => channel?.removeEventListener('message', read)
  }, [person])
  return useSyncExternalStore(subscribe, () => known).filter(queued => queued.person === person)
}
