// The files of one form that are not attached yet: chosen, named, on their way.
import { newId } from '../../../lib/ids.ts'
import { fileFault, titleOf } from './fileFault.ts'
import type { Upload } from './fileList.ts'
import type { FileQueue } from './fileQueue.ts'
import { hashOf } from './hashOf.ts'
import type { WaitingFile } from './waitingFile.ts'

export type Uploads = ReturnType<typeof uploadsOf>
type Replaced = { id: string; title: string; number: string; page: string }
/** What is known of a file beforehand. One whose title is known needs no word of a person: it goes at once. */
type Known = { replaces?: Replaced; title?: string }

const whenNeeded = async (chosen: File) => (await import('./smallerPhoto.ts')).smallerPhoto(chosen)

export function uploadsOf(
  queue: FileQueue,
  { person, post, submission }: { person: string; post: string; submission: string },
  shrink: (chosen: File) => Promise<File | null> = whenNeeded,
) {
  /** Those that no server would take, shown with the reason until they are put away. */
  let refused: readonly Upload[] = []
  let shown: { of: readonly Upload[]; refused: readonly Upload[]; all: readonly Upload[] } | undefined

  /** Both of each photograph chosen on this page that was made smaller. */
  const photos = new Map<string, { original: File; smaller: File }>()

  /** How many are being read and made smaller. */
  let preparing = 0

  async function take(anchor: string, chosen: File, place: number, { replaces, title }: Known): Promise<void> {
    const smaller = await shrink(chosen)
    const file = smaller ?? chosen
    const fault = fileFault({ name: file.name, size: file.size })
    const id = newId()
    const made: WaitingFile = {
      id,
      person,
      post,
      submission,
      anchor,
      fileName: file.name,
      bytes: file.size,
      sha256: undefined,
      photo: smaller && chosen.size,
      title: title ?? replaces?.title ?? titleOf(chosen.name),
      number: replaces?.number ?? '',
      date: '',
      page: replaces?.page ?? '',
      replaces: replaces?.id,
      order: Date.now() + place,
      state: 'ready',
      message: '',
      begun: false,
    }
    const read = fault ? null : await readOf(file).catch(() => null)
    if (read) {
      if (smaller && !fileFault(chosen)) photos.set(id, { original: chosen, smaller })
      await queue.take({ ...made, sha256: read.sha256 }, read.content)
      if (title) queue.start(id)
      return
    }
    const message = fault ?? 'Berkas ini tidak dapat dibaca. Periksa apakah masih ada, lalu pilih sekali lagi.'
    refused = [...refused, { ...made, state: 'stuck', message, sending: false, stored: 0, onPage: '', keeping: false }]
  }

  /** What is sent of a photograph: the smaller one, or what the camera made. */
  async function choose(id: string, which: 'original' | 'smaller'): Promise<void> {
    const both = photos.get(id)
    if (!both) return
    const file = both[which]
    const { content, sha256 } = await readOf(file)
    const photo = which === 'smaller' ? both.original.size : null
    await queue.replace(id, { fileName: file.name, bytes: file.size, sha256, photo }, content)
  }

  return {
    on: queue.on,
    onArrived: queue.onArrived,
    open: () => queue.open(submission),
    all(): readonly Upload[] {
      const of = queue.all()
      if (shown?.of !== of || shown.refused !== refused)
        shown = { of, refused, all: [...of.filter(one => one.submission === submission), ...refused] }
      return shown.all
    },
    /** Takes in files that were chosen or dropped for this answer. */
    async add(anchor: string, files: readonly File[], known: Known = {}): Promise<void> {
      preparing += files.length
      queue.tell()
      // one after another: a decoded photograph takes fifty megabytes
      for (const [place, file] of files.entries()) {
        await take(anchor, file, place, known)
        preparing -= 1
        queue.tell()
      }
    },
    preparing: (): number => preparing,
    describe: queue.describe,
    /** Whether a person may still choose what the camera made: on the page where it was chosen. */
    hasOriginal: (id: string): boolean => photos.has(id),
    choose: (id: string, which: 'original' | 'smaller'): void => void choose(id, which),
    start: queue.start,
    drop(id: string): void {
      refused = refused.filter(one => one.id !== id)
      void queue.drop(id)
    },
    /** Something would be lost if the page were closed now. */
    isOnPageOnly: (): boolean => queue.all().some(({ onPage }) => onPage !== ''),
  }
}

/** Read once: what is kept is what was hashed, whatever becomes of the file on the disk. */
async function readOf(file: File): Promise<{ content: Blob; sha256: string | undefined }> {
  const content = new Blob([await file.arrayBuffer()], { type: file.type })
  return { content, sha256: await hashOf(content) }
}
