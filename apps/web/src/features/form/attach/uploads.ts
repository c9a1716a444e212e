// Files on their way: chosen, named, sent. Kept beside the form, so that looking at another row stops nothing.
import { newId } from '../../../lib/ids.ts'
import { ProblemError, saidOf } from '../../../lib/ProblemError.ts'
import { signals } from '../model/signals.ts'
import { fileFault, titleOf } from './fileFault.ts'
import { hashOf } from './hashOf.ts'
import type { SendFile } from './sendFile.ts'

export interface Upload {
  /** The id the attachment will have. */
  id: string
  anchor: string
  file: File
  title: string
  number: string
  date: string
  page: string
  /** The attachment whose place it takes. */
  replaces: string | undefined
  state: 'ready' | 'sending' | 'refused'
  /** From 0 to 1. */
  progress: number
  message: string
}
export type UploadDetails = Pick<Upload, 'title' | 'number' | 'date' | 'page' | 'anchor'>

export type Uploads = ReturnType<typeof uploadsOf>

/** `onDone` is told after each file that arrived. */
export function uploadsOf(send: SendFile, onDone: (upload: Upload) => void) {
  const { on, emit } = signals()
  let all: readonly Upload[] = []

  function change(id: string, more: Partial<Upload>): void {
    all = all.map(one => (one.id === id ? { ...one, ...more } : one))
    emit('uploads')
  }
  async function start(id: string): Promise<void> {
    const upload = all.find(one => one.id === id)
    if (!upload || upload.state === 'sending' || fileFault(upload.file)) return
    change(id, { state: 'sending', progress: 0, message: '' })
    try {
      const sha256 = await hashOf(upload.file)
      await send({ ...upload, sha256 }, progress => change(id, { progress }))
      all = all.filter(one => one.id !== id)
      emit('uploads')
      onDone(upload)
    } catch (error) {
      // A file that was taken under this id before its answer was lost is there: it is not sent twice.
      const taken = error instanceof ProblemError && error.problem.code === 'exists'
      if (taken) {
        all = all.filter(one => one.id !== id)
        emit('uploads')
        onDone(upload)
      } else change(id, { state: 'refused', message: saidOf(error) })
    }
  }

  return {
    on,
    all: (): readonly Upload[] => all,
    /** Takes in files that were chosen or dropped for this answer. */
    add(
      anchor: string,
      files: readonly File[],
      replaces?: { id: string; title: string; number: string; page: string },
    ): void {
      const made = files.map(file => {
        const fault = fileFault(file)
        return {
          id: newId(),
          anchor,
          file,
          title: replaces?.title ?? titleOf(file.name),
          number: replaces?.number ?? '',
          date: '',
          page: replaces?.page ?? '',
          replaces: replaces?.id,
          state: fault ? ('refused' as const) : ('ready' as const),
          progress: 0,
          message: fault ?? '',
        }
      })
      all = [...all, ...made]
      emit('uploads')
    },
    describe: (id: string, details: Partial<UploadDetails>): void => change(id, details),
    start: (id: string): void => void start(id),
    drop(id: string): void {
      all = all.filter(one => one.id !== id)
      emit('uploads')
    },
  }
}
