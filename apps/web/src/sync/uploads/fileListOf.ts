// The files of a user that are not on the server: as shown, and as stored on this device.
import { signals } from '../signals.ts'
import type { FileRoom } from './fileRoom.ts'
import type { WaitingFile } from './waitingFile.ts'

export interface Upload extends WaitingFile {
  /** It is its turn: bytes are being sent, or were until the connection dropped. */
  sending: boolean
  /** Bytes the server has received. */
  stored: number
  /** Why it exists on this page only. */
  onPage: string
  /** No server would accept it: shown until it is dismissed. */
  refused?: boolean
  /** Its latest state is not stored yet: after a crash, the previous one would be restored. */
  keeping: boolean
}

const bare = ({ sending: _, stored: __, onPage: ___, keeping: ____, refused: _____, ...file }: Upload): WaitingFile =>
  file

/** `onStored`: the stored files have changed. */
export function fileListOf(person: string, room: FileRoom, onKept: () => void) {
  const { on, emit } = signals()
  /** The last write of each file that is still pending: the next waits for it, even if it would be faster. */
  const writing = new Map<string, Promise<unknown>>()
  /** How many writes have started or ended: a list read meanwhile may be stale. */
  let moved = 0
  let all: readonly Upload[] = []

  const find = (id: string) => all.find(upload => upload.id === id)
  function show(next: readonly Upload[]): void {
    all = next
    emit('uploads')
  }
  function change(id: string, more: Partial<Upload>): Upload | undefined {
    show(all.map(upload => (upload.id === id ? { ...upload, ...more } : upload)))
    return find(id)
  }
  async function keeping(id: string, write: () => Promise<unknown>): Promise<void> {
    const before = writing.get(id) ?? Promise.resolve()
    const last = before.then(write).catch(() => undefined)
    writing.set(id, last)
    change(id, { keeping: true })
    moved++
    await last
    moved++
    if (writing.get(id) === last) {
      writing.delete(id)
      change(id, { keeping: false })
    }
    onKept()
  }
  async function forget(id: string): Promise<void> {
    show(all.filter(upload => upload.id !== id))
    await keeping(id, () => room.remove(id))
  }

  return {
    on,
    tell: () => emit('uploads'),
    all: (): readonly Upload[] => all,
    find,
    /** Changes what is shown, without storing it. */
    change,
    /** Changes and stores it; if the device refuses, it still applies to this page. */
    async set(id: string, more: Partial<WaitingFile & Upload>): Promise<void> {
      const upload = change(id, more)
      if (upload) await keeping(id, () => room.put(bare(upload)))
    },
    forget,
    /** Restores what other tabs, or earlier visits, left here. */
    async read(): Promise<void> {
      let kept: WaitingFile[]
      let before: number
      do {
        before = moved
        kept = await room.list(person)
      } while (moved !== before)
      const mine = all.filter(({ id }) => writing.has(id))
      const known = new Map(all.map(upload => [upload.id, upload]))
      const others = kept
        .filter(({ id }) => !writing.has(id))
        .map(file => {
          const { sending = false, stored = 0, onPage = '' } = known.get(file.id) ?? {}
          return { ...file, sending, stored, onPage, keeping: false }
        })
      show([...mine, ...others].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)))
    },
    /** Shows and stores a new file, or a pending description of an attached one. */
    async take(file: WaitingFile, content?: Blob): Promise<void> {
      show([...all, { ...file, sending: false, stored: 0, onPage: '', keeping: false }])
      await keeping(file.id, async () => {
        change(file.id, { onPage: await room.take(file, content) })
      })
      if (!find(file.id)) await forget(file.id)
    },
  }
}
