import type { DBSchema } from 'idb'
import { opener } from '../../../lib/device/opener.ts'
import type { FileKeep, WaitingFile } from './waitingFile.ts'

interface Schema extends DBSchema {
  files: { key: string; value: WaitingFile; indexes: { person: string } }
  /** Apart, so that what is known of a file changes without its bytes being written again. */
  content: { key: string; value: Blob }
}

const database = opener<Schema>('sepakat.files', 1, db => {
  db.createObjectStore('files', { keyPath: 'id' }).createIndex('person', 'person')
  db.createObjectStore('content')
})

const strictly = async () => (await database()).transaction(['files', 'content'], 'readwrite', { durability: 'strict' })

/** Files in IndexedDB, apart from unsent edits: what a full disk does to large files touches no edit. A power cut costs nothing. */
export const idbFileKeep: FileKeep = {
  list: async person => (await database()).getAllFromIndex('files', 'person', person),
  content: async id => (await database()).get('content', id),
  async put(file, content) {
    const transaction = await strictly()
    await Promise.all([
      transaction.objectStore('files').put(file),
      content && transaction.objectStore('content').put(content, file.id),
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
