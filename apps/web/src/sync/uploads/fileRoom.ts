import { sizeWords } from '#ui/numbers.ts'
import { keepsOnDevice } from '../vault/keepsOnDevice.ts'
import { askToLast, roomLeft } from '../vault/storageRoom.ts'
import { idbFileStore } from './idbFileStore.ts'
import type { FileStore, WaitingFile } from './waitingFile.ts'

/** Where nothing can be stored (plain http, private windows) or there is no room: lasts as long as the page. */
function memoryFileStore(): FileStore & { has(id: string): boolean } {
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

/** Storage reserved for edits (bytes), which files never use. */
const spared = 20 * 1024 * 1024

const onPage = memoryFileStore()

export interface FileRoom extends FileStore {
  /** Stores a new file; returns why it exists on this page only, in words for the user, or '' if stored. */
  take(file: WaitingFile, content?: Blob): Promise<string>
}

/** Stores files on the device where it has room, else on this page only; either way they are sent. */
export function fileRoom(device: FileStore | null = keepsOnDevice() ? idbFileStore : null): FileRoom {
  const placeOf = (id: string): FileStore => (!device || onPage.has(id) ? onPage : device)
  return {
    async list(person) {
      const kept = device ? await device.list(person).catch(() => []) : []
      return [...kept, ...(await onPage.list(person))]
    },
    async take(file, content) {
      const bytes = content?.size ?? 0
      const lacks = device ? await lacking(bytes) : withoutDevice
      if (device && lacks === '') {
        try {
          await device.put(file, content)
          return ''
        } catch {
          // reported below: the device refused it
        }
      }
      await onPage.put(file, content)
      return lacks || full(bytes)
    },
    put: async (file, content) => placeOf(file.id).put(file, content),
    content: async id => (await onPage.content(id)) ?? (await device?.content(id)),
    remove: async id => placeOf(id).remove(id),
  }
}

const untilSent = 'Biarkan halaman ini terbuka sampai berkas terkirim.'
const withoutDevice = `Peramban ini tidak menyimpan berkas (alamat tanpa https, atau jendela pribadi). ${untilSent}`
const full = (bytes: number): string =>
  `Penyimpanan perangkat ini penuh: berkas ${sizeWords(bytes)} tidak dapat disimpan di sini. ${untilSent} Hapus berkas lain di perangkat agar unggahan berikutnya aman bila listrik padam.`

/** Checked before anything is written, so that the user learns it in time. Browsers that cannot tell are tried. */
async function lacking(bytes: number): Promise<string> {
  const left = await roomLeft()
  void askToLast()
  return left !== null && left < bytes + spared ? full(bytes) : ''
}
