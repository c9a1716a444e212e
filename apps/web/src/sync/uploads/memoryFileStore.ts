import type { FileStore, WaitingFile } from './waitingFile.ts'

/** Where nothing can be stored (plain http, private windows) or there is no room: lasts as long as the page. */
export function memoryFileStore(): FileStore & { has(id: string): boolean } {
  const files = new Map<string, WaitingFile>()
  const contents = new Map<string, Blob>()
  return {
    has: id => files.has(id),
    list: async person => [...files.values()].filter(file => file.person === person),
    content: async id => contents.get(id),
    async put(file, content) {
      files.set(file.id, file)
      if (content) contents.set(file.id, content)
    },
    async remove(id) {
      files.delete(id)
      contents.delete(id)
    },
  }
}
