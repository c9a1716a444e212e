// Drafts of texts beside the form (a note, a reason) are stored until they are sent or discarded: neither a locked screen nor a
// closed browser loses them; where the device stores nothing they last as long as this window. They are not queued and count as nothing unsent. Keyed by user and purpose; encrypted.
import { database, under } from './database.ts'
import { keepsOnDevice } from './keepsOnDevice.ts'
import { decryptJson, encryptJson } from './vault.ts'

/** One write after another: the last text typed is the last written. */
let last: Promise<unknown> = Promise.resolve()

/** A device that cannot store loses only the draft. */
function quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
  const done = last.then(work).catch(() => undefined)
  last = done
  return done
}

/** Of a device that stores nothing, by user and purpose. */
const inWindow = new Map<string, Map<string, string>>()

/** Undefined where none is stored that can be decrypted. */
export const readDraftText = (person: string, place: string): Promise<string | undefined> =>
  quietly(async () => {
    if (!keepsOnDevice()) return inWindow.get(person)?.get(place)
    const found = await (await database()).get('texts', [person, place])
    return found && decryptJson<string>(person, place, found.text)
  })

/** An empty text is deleted. */
export const writeDraftText = (person: string, place: string, text: string): Promise<unknown> =>
  quietly(async () => {
    if (!keepsOnDevice()) return inWindow.set(person, new Map(inWindow.get(person)).set(place, text))
    if (text === '') return (await database()).delete('texts', [person, place])
    const encrypted = await encryptJson(person, place, text)
    return (await database()).put('texts', { person, place, text: encrypted })
  })

/** @throws where the device cannot be read */
export const dropTexts = async (person: string): Promise<void> => {
  inWindow.delete(person)
  return (await database()).delete('texts', under(person))
}
