// A submission decided while offline. It is stored on this device with the time of the decision, sent after the last change
// was sent, once under its idempotency key, and stays until the user has read its outcome.
import { useStore } from '@nanostores/react'
import { atom } from 'nanostores'
import { useEffect } from 'react'
import type { ResponseOf } from '../apiTypes.ts'
import { channelOf } from '../tabs/channelOf.ts'
import { database, under } from '../vault/database.ts'
import { keepsOnDevice } from '../vault/keepsOnDevice.ts'
import { decryptJson, encryptJson } from '../vault/vault.ts'

type Written = Pick<ResponseOf<'GET /submissions/:id/answers'>, 'version' | 'answers' | 'revs'>

export interface QueuedSubmit {
  person: string
  submission: string
  /** The post it was decided in; it is sent in no other. */
  post: string
  /** `SPM Triwulan III 2026`, the report's title. */
  title: string
  /** When it was decided, by this device's clock. */
  at: string
  /** The idempotency key, one for each decision. */
  key: string
  state: 'waiting' | 'sent' | 'refused'
  /** The initial answers at the decision, where the report was created on this device only: with any others it is not submitted. */
  ahead?: Written | undefined
  /** The receipt number, or why it was refused. */
  said: string
}

const known = atom<readonly QueuedSubmit[]>([])
function take(next: readonly QueuedSubmit[]): readonly QueuedSubmit[] {
  if (JSON.stringify(next) !== JSON.stringify(known.get())) known.set(next)
  return known.get()
}
const channel = channelOf<string>('sepakat.hand-ins')

/** Reads the queue of this user. */
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
  channel.post(person)
}

export async function dropQueuedSubmit({
  person,
  submission,
}: Pick<QueuedSubmit, 'person' | 'submission'>): Promise<void> {
  await (await database()).delete('handIns', [person, submission])
  await readQueue(person)
  channel.post(person)
}

/** Calls back whenever something is queued or finished, in this window. */
export const onQueue = (listener: () => void): (() => void) => known.listen(listener)

/** The queue of this user, also as other windows change it. */
export function useQueue(person: string): readonly QueuedSubmit[] {
  useEffect(() => {
    if (!keepsOnDevice()) return
    const read = () => void readQueue(person).catch(() => undefined)
    read()
    return channel.hear(read)
  }, [person])
  return useStore(known).filter(queued => queued.person === person)
}
