// Files on their way to the server, one after another, for as long as it takes: after a cut line, a reload, or a start of the
// application. One for whoever acts in this tab; of several tabs one sends at a time.
import { onReconnect } from '../../../lib/online.ts'
import { hasCode, ProblemError, saidOf } from '../../../lib/ProblemError.ts'
import { signedInAgain } from '../../../lib/sessionGate.ts'
import { delayAfter, isFinal } from '../outbox/refusalOf.ts'
import { fileListOf, type Upload } from './fileList.ts'
import type { FileRoom } from './fileRoom.ts'
import type { Attachment, SayOfFile, SendFile } from './sendFile.ts'
import { detailsOf, type FileDetails, unsaidOf, type WaitingFile } from './waitingFile.ts'

/** How often a file is begun restarting because its bytes arrived changed, before a person is asked. */
const mostTries = 3

export interface FileQueueDeps {
  person: string
  post: string
  room: FileRoom
  send: SendFile
  say: SayOfFile
  /** Runs the work when no other tab runs it. */
  alone: (work: () => Promise<void>) => Promise<void>
  /** Tells the server that what it has of a file will not be attached. */
  recall?: (file: WaitingFile) => Promise<unknown>
  /** What is kept here has changed. */
  onKept: () => void
}
/** What has come to the server: the file, or what was said of an attached one. `attachment`: as it is there, where its answer came. */
export interface Arrival {
  upload: Upload
  attachment: Attachment | undefined
  described: boolean
}
export type FileQueue = ReturnType<typeof fileQueueOf>

export function fileQueueOf({ person, post, room, send, say, alone, recall, onKept }: FileQueueDeps) {
  const list = fileListOf(person, room, onKept)
  const { change, set, find, forget, read } = list
  const arrivals = new Set<(arrival: Arrival) => void>()
  /** Reports that are open here for writing: files of another post of this person may go there too. */
  const opened = new Set<string>()
  const tries = new Map<string, number>()
  let failures = 0
  let stopping: AbortController | null = null
  let running = false
  let wake = () => {}
  let stopped = false
  /** How many are being read and made smaller. */
  let preparing = 0

  /** Nothing of a file goes before the device has taken its latest state. */
  const next = (): Upload | undefined =>
    list
      .all()
      .find(
        ({ state, keeping, post: of, submission }) =>
          state !== 'stuck' && !keeping && (of === post || opened.has(submission)),
      )

  async function run(): Promise<void> {
    if (running || stopped || !next()) return
    running = true
    try {
      await alone(async () => {
        await read()
        for (let upload = next(); upload && !stopped; upload = next()) {
          const wait = await deliver(upload)
          if (wait > 0) await pause(wait)
          await read()
        }
      })
    } finally {
      running = false
    }
    // what was started while this ended
    void run()
  }

  /** Gives the time (ms) to wait before the next try of whichever file. */
  async function deliver({ id }: Upload): Promise<number> {
    stopping = new AbortController()
    const { signal } = stopping
    try {
      const content = await room.content(id)
      const upload = change(id, { sending: true })
      if (!upload) return 0
      if (upload.unsaid) {
        const attachment = await say(upload, upload.unsaid, signal)
        await arrived(id, { attachment, said: upload.unsaid })
        return 0
      }
      if (!content) throw lost
      // What it was to replace was refused: the server does not know that.
      const replaced = find(upload.replaces ?? '')
      if (replaced?.state === 'stuck' && !replaced.unsaid) {
        await set(id, { replaces: undefined })
        return 0
      }
      // Written down first: after a crash the next try asks the server what it has.
      if (!upload.begun) await set(id, { begun: true })
      signal.throwIfAborted() // taken back meanwhile
      let said = detailsOf(upload)
      const attachment = await send(upload, content, {
        signal,
        onStored: stored => cameTo(id, stored),
        said: () => (said = detailsOf(find(id) ?? upload)),
      })
      await arrived(id, { attachment, said })
      return 0
    } catch (error) {
      if (signal.aborted) return 0
      return await failed(id, error)
    } finally {
      change(id, { sending: false })
    }
  }

  function cameTo(id: string, stored: number): void {
    if (stored > (find(id)?.stored ?? 0)) failures = 0
    change(id, { stored })
  }

  /** `said`: what the server has been told of it. */
  async function arrived(
    id: string,
    { attachment, said }: { attachment?: Attachment; said: Partial<FileDetails> },
  ): Promise<void> {
    failures = 0
    tries.delete(id)
    const upload = find(id)
    if (!upload) return
    const described = upload.unsaid !== undefined
    for (const tell of arrivals) tell({ upload: { ...upload, stored: upload.bytes }, attachment, described })
    // What is attached is on the screen before this goes from it: whoever is typing in one of its fields goes on.
    await new Promise(resolve => setTimeout(resolve))
    const now = find(id)
    const unsaid = now && unsaidOf(now.unsaid ?? now, said)
    if (unsaid) await set(id, { unsaid })
    else await forget(id)
  }

  async function failed(id: string, error: unknown): Promise<number> {
    if (hasCode(error, 'not-signed-in')) {
      if (await signedInAgain()) return 0
      await set(id, { state: 'stuck', message: 'Masuk lagi, lalu kirim berkas ini.' })
      return 0
    }
    // Taken under this id before its answer was lost: it is not sent twice.
    if (hasCode(error, 'exists')) {
      await arrived(id, { said: {} })
      return 0
    }
    // Somebody took the file off: there is nothing more to say of it.
    if (find(id)?.unsaid && hasCode(error, 'not-found')) {
      await forget(id)
      return 0
    }
    const tried = (tries.get(id) ?? 0) + 1
    if (restarting.has(codeOf(error)) && tried < mostTries) {
      tries.set(id, tried)
      change(id, { stored: 0 })
      return 0
    }
    if (error === lost || (isFinal(error) && codeOf(error) !== 'incomplete')) {
      await set(id, { state: 'stuck', message: error === lost ? lost.message : saidOf(error) })
      return 0
    }
    failures += 1
    return delayAfter(error, failures)
  }

  /** Until the time has passed, or the line came back, or something new waits. */
  function pause(ms: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(wakeUp, ms)
      function wakeUp() {
        clearTimeout(timer)
        off()
        wake = () => {}
        resolve()
      }
      const off = onReconnect(() => {
        failures = 0
        wakeUp()
      })
      wake = wakeUp
    })
  }

  return {
    on: list.on,
    tell: list.tell,
    all: list.all,
    onArrived(tell: (arrival: Arrival) => void): () => void {
      arrivals.add(tell)
      return () => arrivals.delete(tell)
    },
    read,
    /** Takes up what was left, and sends what waits. */
    async resume(): Promise<void> {
      await read()
      await run()
    },
    /** A form that may be written to here. Gives the way to close it. */
    open(submission: string): () => void {
      opened.add(submission)
      void read().then(run)
      return () => opened.delete(submission)
    },
    preparing: (): number => preparing,
    /** So many more files (or fewer) are being read and made smaller. */
    prepare(many: number): void {
      preparing += many
      list.tell()
    },
    /** Shows a file and keeps it; then it goes. */
    async take(file: WaitingFile, content?: Blob): Promise<void> {
      await list.take(file, content)
      wake()
      void run()
    },
    /** What is said of a file goes with it, or after it where the server has it. */
    describe(id: string, details: Partial<FileDetails>): void {
      const { unsaid } = find(id) ?? {}
      const later = unsaid && { unsaid: { ...unsaid, ...details }, state: 'waiting' as const, message: '' }
      void set(id, { ...details, ...later }).then(() => {
        wake()
        void run()
      })
    },
    start(id: string): void {
      failures = 0
      tries.delete(id)
      wake()
      void set(id, { state: 'waiting', message: '' }).then(run)
    },
    /** Settles when it is off the device. */
    drop(id: string): Promise<void> {
      const upload = find(id)
      const dropped = forget(id)
      // What was to replace it is attached by itself.
      for (const other of list.all())
        if (other.replaces === id && !upload?.unsaid) void set(other.id, { replaces: undefined }).then(run)
      // Where the server does not hear it, it forgets by itself one day.
      if (upload?.begun && !upload.unsaid) void recall?.(upload).catch(() => undefined)
      if (upload?.sending) stopping?.abort(new DOMException('dropped', 'AbortError'))
      return dropped
    },
    stop(): void {
      stopped = true
      stopping?.abort(new DOMException('stopped', 'AbortError'))
      wake()
    },
  }
}

const lost = new Error('Isi berkas ini tidak ada lagi di perangkat. Batalkan, lalu pilih berkasnya sekali lagi.')
/** Worth another try from the beginning: bytes changed on the way, or are there no more. */
const restarting = new Set(['hash-differs', 'upload-gone', 'bad-request'])
const codeOf = (error: unknown): string => (error instanceof ProblemError ? error.problem.code : '')
