// What a person is writing beside the form (a note, a reason) is kept until it is sent or given up: a screen that locks and a
// browser that is closed lose none of it. It waits for nobody and counts nowhere. Found by who writes and what for; sealed.
import { database, keepsOnDevice, under } from './database.ts'
import { decryptJson, encryptJson } from './vault.ts'

/** One write after another: what was typed last stands last. */
let last: Promise<unknown> = Promise.resolve()

/** A device that stores nothing costs only the text that was not sent. */
function quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
  const done = last.then(() => (keepsOnDevice() ? work() : undefined)).catch(() => undefined)
  last = done
  return done
}

/** Undefined where nothing is kept that can be opened. */
export const readDraftText = (person: string, place: string): Promise<string | undefined> =>
  quietly(async () => {
    const found = await (await database()).get('texts', [person, place])
    return found && decryptJson<string>(person, place, found.text)
  })

/** An empty text is forgotten. */
export const writeDraftText = (person: string, place: string, text: string): Promise<unknown> =>
  quietly(async () => {
    if (text === '') return (await database()).delete('texts', [person, place])
    const encrypted = await encryptJson(person, place, text)
    return (await database()).put('texts', { person, place, text: encrypted })
  })

/** @throws where the device cannot be read */
export const dropTexts = async (person: string): Promise<void> => (await database()).delete('texts', under(person))
