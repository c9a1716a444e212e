import type { DBSchema } from 'idb'
import { opener } from '../vault/opener.ts'
import { decryptBytes, decryptJson, type Encrypted, encryptBytes, encryptJson } from '../vault/vault.ts'
import type { FileStore, WaitingFile } from './waitingFile.ts'

interface Schema extends DBSchema {
  files: { key: string; value: { id: string; person: string; file: Encrypted }; indexes: { person: string } }
  /** Separate, so that the description changes without the bytes being written again. */
  content: { key: string; value: { person: string; type: string; iv: Encrypted['iv']; bytes: Blob } }
}

const database = opener<Schema>('sepakat.files', 2, (db, before) => {
  if (before >= 2) return
  // Before version 2, which was never deployed, nothing was encrypted.
  for (const name of [...db.objectStoreNames]) db.deleteObjectStore(name)
  db.createObjectStore('files', { keyPath: 'id' }).createIndex('person', 'person')
  db.createObjectStore('content')
})

const strictly = async () => (await database()).transaction(['files', 'content'], 'readwrite', { durability: 'strict' })
const contentOf = (id: string): string => `${id}/content`

/**
 * Files in IndexedDB, encrypted, apart from unsent edits: a disk full of large files affects no edit. Writes are durable against
 * power loss.
 */
export const idbFileStore: FileStore = {
  async list(person) {
    const found = await (await database()).getAllFromIndex('files', 'person', person)
    const opened = await Promise.all(found.map(({ id, file }) => decryptJson<WaitingFile>(person, id, file)))
    return opened.filter(file => file !== undefined)
  },
  async content(id) {
    const found = await (await database()).get('content', id)
    if (!found) return undefined
    const { person, type, iv, bytes } = found
    const clear = await decryptBytes(person, contentOf(id), { iv, data: await bytes.arrayBuffer() })
    return clear && new Blob([clear], { type })
  },
  async put(file, content) {
    const { id, person } = file
    const about = { id, person, file: await encryptJson(person, id, file) }
    const encrypted = content && (await encryptBytes(person, contentOf(id), await content.arrayBuffer()))
    const transaction = await strictly()
    await Promise.all([
      transaction.objectStore('files').put(about),
      encrypted &&
        transaction
          .objectStore('content')
          .put({ person, type: content.type, iv: encrypted.iv, bytes: new Blob([encrypted.data]) }, id),
      transaction.done,
    ])
  },
  async remove(id) {
    const transaction = await strictly()
    await Promise.all([
      transaction.objectStore('files').delete(id),
      transaction.objectStore('content').delete(id),
      transaction.done,
    ])
  },
}
