import { setSaveState } from '../saveState.ts'
import { channelOf } from '../tabs/channelOf.ts'
import { holdsPage } from '../tabs/onlyHere.ts'
import { api } from '../transport/api.ts'
import type { Upload } from './fileListOf.ts'
import { type FileQueue, fileQueueOf } from './fileQueue.ts'
import { fileRoom } from './fileRoom.ts'
import { sayOfFile, sendFile } from './sendFile.ts'

const name = 'sepakat.files'
holdsPage(() => !!current && (current.queue.preparing() > 0 || current.queue.all().some(({ onPage }) => onPage !== '')))

let current: { key: string; queue: FileQueue; end: () => void } | null = null

/** The upload queue of this tab's user; another user's is stopped. */
export function fileQueueFor(person: string, post: string): FileQueue {
  const key = `${person}/${post}`
  if (current?.key === key) return current.queue
  current?.end()
  const channel = channelOf<null>(name)
  const queue = fileQueueOf({
    person,
    post,
    room: fileRoom(),
    send: sendFile,
    say: sayOfFile,
    recall: ({ id, submission }) =>
      api('DELETE /submissions/:id/uploads/:upload', { params: { id: submission, upload: id } }),
    alone: work => (navigator.locks ? navigator.locks.request(name, work) : work()),
    onKept: () => channel.post(null),
  })
  channel.hear(() => void queue.read())
  const off = queue.on('uploads', () => {
    const count = (is: (upload: Upload) => boolean): number => queue.all().filter(is).length
    setSaveState('files', {
      waiting: queue.preparing() + count(({ state }) => state !== 'stuck'),
      sending: count(({ sending }) => sending),
      stuck: count(({ state }) => state === 'stuck'),
    })
  })
  const end = () => {
    off()
    channel.close()
    queue.stop()
    setSaveState('files', null)
  }
  current = { key, queue, end }
  return queue
}
