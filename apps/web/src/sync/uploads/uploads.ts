// The files of one form that are being uploaded, and the descriptions of attached ones that are not saved yet.
import { newId } from '../newId.ts'
import { fileFault, titleOf } from './fileFault.ts'
import type { Upload } from './fileListOf.ts'
import type { FileQueue } from './fileQueue.ts'
import { hashOf } from './hashOf.ts'
import type { Attachment } from './sendFile.ts'
import { detailsOf, type FileDetails, type WaitingFile } from './waitingFile.ts'

export type Uploads = ReturnType<typeof uploadsOf>
type Replaced = { id: string; title: string; number: string; page: string }
/** What is known of a file before it is uploaded. */
type Known = { replaces?: Replaced; title?: string }
/** The same of an attachment: '' for no date. */
export const detailsOfAttached = (file: Attachment): FileDetails => detailsOf({ ...file, date: file.date ?? '' })

/** Where the code that scales it down cannot be loaded (offline, not cached) it is sent as it is. */
const whenNeeded = async (chosen: File) => {
  const tool = await import('./smallerPhoto.ts').catch(() => null)
  return tool ? tool.smallerPhoto(chosen) : null
}

export function uploadsOf(
  queue: FileQueue,
  { person, post, submission }: { person: string; post: string; submission: string },
  shrink: (chosen: File) => Promise<File | null> = whenNeeded,
) {
  /** Files no server would accept, shown with the reason until they are dismissed. */
  let refused: readonly Upload[] = []
  let shown: { of: readonly Upload[]; refused: readonly Upload[]; all: readonly Upload[] } | undefined

  /** The originals of photographs chosen on this page that were scaled down. */
  const originals = new Map<string, File>()

  const about = (details: FileDetails, more: Partial<WaitingFile>): WaitingFile => ({
    ...details,
    ...{ id: newId(), person, post, submission, fileName: '', bytes: 0, sha256: undefined, photo: null },
    ...{ replaces: undefined, order: Date.now(), state: 'waiting' as const, message: '', begun: false },
    ...more,
  })

  async function take(anchor: string, chosen: File, place: number, { replaces, title }: Known): Promise<void> {
    const smaller = await shrink(chosen)
    const details = {
      anchor,
      title: title ?? replaces?.title ?? titleOf(chosen.name),
      number: replaces?.number ?? '',
      date: '',
      page: replaces?.page ?? '',
    }
    const photo = smaller && chosen.size
    const made = about(details, { photo, replaces: replaces?.id, order: Date.now() + place })
    if (smaller && !fileFault(chosen)) originals.set(made.id, chosen)
    await keep(made, smaller ?? chosen)
  }

  /** Adds files that were chosen or dropped for this answer. */
  async function add(anchor: string, files: readonly File[], known: Known = {}): Promise<void> {
    queue.prepare(files.length)
    // one after another: a decoded photograph takes fifty megabytes
    for (const [place, file] of files.entries()) {
      await take(anchor, file, place, known).finally(() => queue.prepare(-1))
    }
  }

  /** Stores it on the device, from where it is sent; or reports why no server would accept it. */
  async function keep(about: WaitingFile, file: File): Promise<void> {
    const made = { ...about, fileName: file.name, bytes: file.size }
    const fault = fileFault({ name: file.name, size: file.size })
    const read = fault ? null : await readOf(file).catch(() => null)
    if (read) return queue.take({ ...made, sha256: read.sha256 }, read.content)
    const message = fault ?? 'Berkas ini tidak dapat dibaca. Periksa apakah masih ada, lalu pilih sekali lagi.'
    refused = [
      ...refused,
      { ...made, state: 'stuck', message, sending: false, stored: 0, onPage: '', keeping: false, refused: true },
    ]
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
    add,
    /** Adds a newer file in place of an attached one, with its last description. */
    replace(file: Attachment, chosen: File): Promise<void> {
      const said = queue.all().find(({ id }) => id === file.id) ?? file
      // a refused description is not on the server, which looks for the file where it was
      const { anchor } = 'state' in said && said.state === 'stuck' ? file : said
      return add(anchor, [chosen], { replaces: said })
    },
    preparing: queue.preparing,
    /** Sets the description of a file, whether it is queued or `attached`. */
    describe(id: string, details: Partial<FileDetails>, attached?: Attachment): void {
      if (queue.all().some(one => one.id === id)) queue.describe(id, details)
      else if (attached) {
        const { fileName, bytes } = attached
        const said = { ...detailsOfAttached(attached), ...details }
        void queue.take(about(said, { id, fileName, bytes, begun: true, unsaid: details }))
      }
    },
    /** Whether the original can still be sent: on the page where it was chosen. */
    hasOriginal: (id: string): boolean => originals.has(id),
    /** Sends the original after the smaller one, which it replaces. */
    async sendOriginal(id: string, details: FileDetails): Promise<void> {
      const original = originals.get(id)
      if (!original) return
      originals.delete(id)
      queue.prepare(1)
      await keep(about(details, { replaces: id }), original).finally(() => queue.prepare(-1))
    },
    start: queue.start,
    drop(id: string): void {
      refused = refused.filter(one => one.id !== id)
      void queue.drop(id)
    },
    /** Something would be lost if the page were closed now. */
    isOnPageOnly: (): boolean => queue.preparing() > 0 || queue.all().some(({ onPage }) => onPage !== ''),
  }
}

/** Read once: the stored bytes are those that were hashed, whatever happens to the file on disk. */
async function readOf(file: File): Promise<{ content: Blob; sha256: string | undefined }> {
  const content = new Blob([await file.arrayBuffer()], { type: file.type })
  return { content, sha256: await hashOf(content) }
}
