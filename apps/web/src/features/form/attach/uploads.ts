// The files of one form that are not attached yet: chosen, named, on their way.
import { newId } from '../../../lib/ids.ts'
import { fileFault, titleOf } from './fileFault.ts'
import type { FileQueue, Upload } from './fileQueue.ts'
import { hashOf } from './hashOf.ts'

export type Uploads = ReturnType<typeof uploadsOf>
type Replaced = { id: string; title: string; number: string; page: string }

export function uploadsOf(
  queue: FileQueue,
  { person, post, submission }: { person: string; post: string; submission: string },
) {
  /** Those that no server would take, shown with the reason until they are put away. */
  let refused: readonly Upload[] = []
  let shown: { of: readonly Upload[]; refused: readonly Upload[]; all: readonly Upload[] } | undefined

  async function take(anchor: string, file: File, place: number, replaces: Replaced | undefined): Promise<void> {
    const fault = fileFault(file)
    const content = fault ? file : new Blob([await file.arrayBuffer()], { type: file.type })
    const made = {
      id: newId(),
      person,
      post,
      submission,
      anchor,
      fileName: file.name,
      bytes: content.size,
      sha256: fault ? undefined : await hashOf(content),
      title: replaces?.title ?? titleOf(file.name),
      number: replaces?.number ?? '',
      date: '',
      page: replaces?.page ?? '',
      replaces: replaces?.id,
      order: Date.now() + place,
      state: fault ? ('stuck' as const) : ('ready' as const),
      message: fault ?? '',
      begun: false,
    }
    if (!fault) return queue.take(made, content)
    refused = [...refused, { ...made, sending: false, stored: 0, onPage: '' }]
    queue.tell()
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
    add(anchor: string, files: readonly File[], replaces?: Replaced): void {
      files.forEach((file, place) => void take(anchor, file, place, replaces))
    },
    describe: queue.describe,
    start: queue.start,
    drop(id: string): void {
      refused = refused.filter(one => one.id !== id)
      queue.drop(id)
    },
    /** Something would be lost if the page were closed now. */
    isOnPageOnly: (): boolean => queue.all().some(({ onPage }) => onPage !== ''),
  }
}
