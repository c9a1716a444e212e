// The upload queue: files are sent one after another, and resume after a lost connection, a reload, or a start of the
// application. One queue per user in a tab; of several tabs one sends at a time.

import { atom } from 'nanostores'
import { hasCode, ProblemError, saidOf } from '../problems/ProblemError.ts'
import { onReconnect } from '../transport/online.ts'
import { delayAfter, isFinal } from '../transport/refusalOf.ts'
import { signedInAgain } from '../transport/sessionGate.ts'
import { fileListOf, type Upload } from './fileListOf.ts'
import type { FileRoom } from './fileRoom.ts'
import type { Attachment, SayOfFile, SendFile } from './sendFile.ts'
import { detailsOf, type FileDetails, unsaidOf, type WaitingFile } from './waitingFile.ts'

/** How often an upload is restarted because its bytes arrived changed, before the user is asked. */
const mostTries = 3

export interface FileQueueDeps {
  person: string
  post: string
  room: FileRoom
  send: SendFile
  say: SayOfFile
  /** Runs the work when no other tab runs it. */
  alone: (work: () => Promise<void>) => Promise<void>
  /** Tells the server that its partial upload will not be attached. */
  recall?: (file: WaitingFile) => Promise<unknown>
  /** The stored files have changed. */
  onKept: () => void
}
/** A file, or the description of an attached one, has reached the server. `attachment`: as stored there, if the response came. */
export interface Arrival {
  upload: Upload
  attachment: Attachment | undefined
  described: boolean
}
export type FileQueue = ReturnType<typeof fileQueueOf>

export function fileQueueOf({ person, post, room, send, say, alone, recall, onKept }: FileQueueDeps) {
  const list = fileListOf(person, room, onKept)
  const { change, set, find, forget, read } = list
  const arrival = atom<Arrival | null>(null)
  /** Reports open here for writing: files of another post of this user may be sent there too. */
  const opened = new Set<string>()
  const tries = new Map<string, number>()
  let failures = 0
  let stopping: AbortController | null = null
  let running = false
  let wake = () => {}
  let stopped = false
  /** How many are being read and scaled down. */
  let preparing = 0

  /** Nothing of a file is sent before its latest state is stored. */
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
    // items added while this run ended
    void run()
  }

  /** Returns the delay (ms) before the next attempt of any file. */
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
      // The attachment it was to replace was refused: the server does not know it.
      const replaced = find(upload.replaces ?? '')
      if (replaced?.state === 'stuck' && !replaced.unsaid) {
        await set(id, { replaces: undefined })
        return 0
      }
      // Stored first: after a crash the next attempt asks the server for its offset.
      if (!upload.begun) await set(id, { begun: true })
      signal.throwIfAborted() // cancelled meanwhile
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

  /** `said`: the description the server has. */
  async function arrived(
    id: string,
    { attachment, said }: { attachment?: Attachment; said: Partial<FileDetails> },
  ): Promise<void> {
    failures = 0
    tries.delete(id)
    const upload = find(id)
    if (!upload) return
    const described = upload.unsaid !== undefined
    arrival.set({ upload: { ...upload, stored: upload.bytes }, attachment, described })
    // The attachment is shown before this leaves the list: a user typing in one of its fields is not interrupted.
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
    // Accepted under this id, though the response was lost: it is not sent twice.
    if (hasCode(error, 'exists')) {
      await arrived(id, { said: {} })
      return 0
    }
    // Another user removed the file: its description is dropped.
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

  /** Until the delay has passed, the connection is back, or something new is queued. */
  function pause(ms: number): Promise<void> {
    if (stopped) return Promise.resolve()
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
    onArrived: (tell: (arrival: Arrival) => void): (() => void) => arrival.listen(last => last && tell(last)),
    read,
    /** Restores what was left, and sends what is queued. */
    async resume(): Promise<void> {
      await read()
      await run()
    },
    /** Registers a form open for writing. Returns the function to unregister it. */
    open(submission: string): () => void {
      opened.add(submission)
      void read().then(run)
      return () => opened.delete(submission)
    },
    preparing: (): number => preparing,
    /** So many more files (or fewer) are being read and scaled down. */
    prepare(many: number): void {
      preparing += many
      list.tell()
    },
    /** Shows and stores a file, then sends it. */
    async take(file: WaitingFile, content?: Blob): Promise<void> {
      await list.take(file, content)
      wake()
      void run()
    },
    /** The description of a file is sent with it, or after it where the server has it. */
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
      // The original that was to replace it is attached itself.
      for (const other of list.all())
        if (other.replaces === id && !upload?.unsaid) void set(other.id, { replaces: undefined }).then(run)
      // If the server is not reached, it drops the partial upload by itself later.
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
/** Worth a restart: bytes changed on the way, or the server no longer has them. */
const restarting = new Set(['hash-differs', 'upload-gone', 'bad-request'])
const codeOf = (error: unknown): string => (error instanceof ProblemError ? error.problem.code : '')
