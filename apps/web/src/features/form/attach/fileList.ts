// The files of a person that are not on the server: as they are shown, and as they are kept on this device.
import { signals } from '../model/signals.ts'
import type { FileRoom } from './fileRoom.ts'
import type { WaitingFile } from './waitingFile.ts'

export interface Upload extends WaitingFile {
  /** Its turn has come: bytes are going, or were until the line was cut. */
  sending: boolean
  /** Bytes that the server has. */
  stored: number
  /** Lasts only as long as this page, and why. */
  onPage: string
  /** No server would take it: it is shown until it is put away. */
  refused?: boolean
  /** The device has not taken its latest state yet: closed now, it would be what it was before. */
  keeping: boolean
}

const bare = ({ sending: _, stored: __, onPage: ___, keeping: ____, refused: _____, ...file }: Upload): WaitingFile =>
  file

/** `onKept`: what is kept here has changed. */
export function fileListOf(person: string, room: FileRoom, onKept: () => void) {
  const { on, emit } = signals()
  /** The last write of each file whose latest state is not kept yet: the next follows it, though it take less time. */
  const writing = new Map<string, Promise<unknown>>()
  /** How many writes have begun or ended: what is read meanwhile may be older. */
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
    /** Changes what is shown of it, here alone. */
    change,
    /** Changes it here and on the device; what the device does not take stays true for this page. */
    async set(id: string, more: Partial<WaitingFile & Upload>): Promise<void> {
      const upload = change(id, more)
      if (upload) await keeping(id, () => room.put(bare(upload)))
    },
    forget,
    /** Takes up what other tabs, or earlier visits, left here. */
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
    /** Shows a new file, or what is to be said of an attached one, and keeps it. */
    async take(file: WaitingFile, content?: Blob): Promise<void> {
      show([...all, { ...file, sending: false, stored: 0, onPage: '', keeping: false }])
      await keeping(file.id, async () => {
        change(file.id, { onPage: await room.take(file, content) })
      })
      if (!find(file.id)) await forget(file.id)
    },
  }
}
