// Reports created on this device while offline: the server creates each before any other request about it
// (api.ts). Only ids are stored here.
import { useStore } from '@nanostores/react'
import { atom } from 'nanostores'
import { useEffect } from 'react'
import { channelOf } from '../tabs/channelOf.ts'
import { database, under } from '../vault/database.ts'
import { keepsOnDevice } from '../vault/keepsOnDevice.ts'

const known = atom<ReadonlySet<string>>(new Set())
const channel = channelOf<string>('sepakat.begun')

/** The reports of this user that the server does not have yet; each has the id of its obligation. */
export async function readCreatedHere(person: string): Promise<ReadonlySet<string>> {
  const found = await (await database()).getAllKeys('begun', under(person))
  const next = new Set(found.map(([, report]) => report))
  for (const report of next) ever.add(report)
  if ([...next].join() !== [...known.get()].join()) known.set(next)
  return known.get()
}

const isCreatedHere = async (person: string, report: string): Promise<boolean> =>
  keepsOnDevice() && (await (await database()).getKey('begun', [person, report])) !== undefined

const beginning = new Map<string, Promise<void>>()
/** All that this page ever knew to be created here: requests made before another tab had it created are retried. */
const ever = new Set<string>()

/**
 * Runs `begin` where the report was created here and the server does not have it: once, for all concurrent callers. Returns whether
 * it has been created from here, now or before. @throws what `begin` throws
 */
export async function ifCreatedHere(person: string, report: string, begin: () => Promise<unknown>): Promise<boolean> {
  if (!(await isCreatedHere(person, report).catch(() => false))) return ever.has(report)
  ever.add(report)
  const running =
    beginning.get(report) ??
    begin()
      .then(() => forgetCreatedHere(person, report))
      .finally(() => beginning.delete(report))
  beginning.set(report, running)
  await running
  return true
}

/** Durable when it settles. @throws where the device refuses */
export async function recordCreatedHere(person: string, report: string): Promise<void> {
  const { store, done } = (await database()).transaction('begun', 'readwrite', { durability: 'strict' })
  await Promise.all([store.put({ person, report }), done])
  await changed(person)
}

async function forgetCreatedHere(person: string, report: string): Promise<void> {
  await (await database()).delete('begun', [person, report])
  await changed(person)
}

async function changed(person: string): Promise<void> {
  await readCreatedHere(person)
  channel.post(person)
}

/** Called back whenever one is created here, or by the server. */
export const onCreatedHere = (listener: () => void): (() => void) => known.listen(listener)

export function useCreatedHere(person: string): ReadonlySet<string> {
  useEffect(() => {
    if (!keepsOnDevice()) return
    const read = () => void readCreatedHere(person).catch(() => undefined)
    read()
    return channel.hear(read)
  }, [person])
  return useStore(known)
}
