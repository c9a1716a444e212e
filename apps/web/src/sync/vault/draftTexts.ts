// Drafts of texts beside the form (a note, a reason) are stored until they are sent or discarded: neither a locked screen nor a
// closed browser loses them. They are not queued and count as nothing unsent. Keyed by user and purpose; encrypted.
import { database, under } from './database.ts'
import { keepsOnDevice } from './keepsOnDevice.ts'
import { decryptJson, encryptJson } from './vault.ts'

/** One write after another: the last text typed is the last written. */
let last: Promise<unknown> = Promise.resolve()

/** A device that cannot store loses only the draft. */
function quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
  const done = last.then(() => (keepsOnDevice() ? work() : undefined)).catch(() => undefined)
  last = done
  return done
}

/** Undefined where none is stored that can be decrypted. */
export const readDraftText = (person: string, place: string): Promise<string | undefined> =>
  quietly(async () => {
    const found = await (await database()).get('texts', [person, place])
    return found && decryptJson<string>(person, place, found.text)
  })

/** An empty text is deleted. */
export const writeDraftText = (person: string, place: string, text: string): Promise<unknown> =>
  quietly(async () => {
    if (text === '') return (await database()).delete('texts', [person, place])
    const encrypted = await encryptJson(person, place, text)
    return (await database()).put('texts', { person, place, text: encrypted })
  })

/** @throws where the device cannot be read */
export const dropTexts = async (person: string): Promise<void> => (await database()).delete('texts', under(person))
