// Reports created on this device while offline: the server creates each before anything of it is written (api.ts), or as soon as the
// sender can reach it. Only ids are stored here.
import { useStore } from '@nanostores/react'
import { atom } from 'nanostores'
import { useEffect } from 'react'
import { NoAnswerError } from '../problems/ProblemError.ts'
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
/** Why the server would not create it, as it last said. */
const refusals = new Map<string, unknown>()

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
      .then(
        () => forgetCreatedHere(person, report),
        (error: unknown) => {
          refusals.set(report, error)
          throw error
        },
      )
      .finally(() => beginning.delete(report))
  beginning.set(report, running)
  await running
  return true
}

/**
 * Of a report the server does not know: whether it was created from this device by now. Asks for nothing.
 * @throws the server's last refusal to create it, or NoAnswerError while it is on this device only
 */
export async function isCreatedByNow(person: string, report: string): Promise<boolean> {
  if (!(await isCreatedHere(person, report).catch(() => false))) return ever.has(report)
  ever.add(report)
  throw refusals.get(report) ?? new NoAnswerError('on this device only')
}

/** Durable when it settles. @throws where the device refuses */
export async function recordCreatedHere(person: string, report: string): Promise<void> {
  const { store, done } = (await database()).transaction('begun', 'readwrite', { durability: 'strict' })
  await Promise.all([store.put({ person, report }), done])
  await changed(person)
}

async function forgetCreatedHere(person: string, report: string): Promise<void> {
  refusals.delete(report)
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
