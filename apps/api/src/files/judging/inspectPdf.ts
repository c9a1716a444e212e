import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Content } from '#storage/fileStore.ts'
import type { PdfVerdict } from './pdfVerdict.ts'

/** Processor time: on a busy machine a good file must not be judged hostile. */
const mostCpuMs = 10_000
const timeoutMs = 120_000
const watchMs = 100
const MiB = 1024 * 1024
/** Of the thread, beyond what 25 MB and its objects need; an object stream may inflate to any size. */
const mostBytes = 512 * MiB
const resourceLimits = { maxOldGenerationSizeMb: mostBytes / MiB }

let worker: Worker | null = null
let last: Promise<unknown> = Promise.resolve()

/** What a PDF does, read by a thread of its own, one file after another. `bomb`: it took too much time or memory. */
export const inspectPdf = (content: Content): Promise<PdfVerdict | 'bomb'> => {
  const mine = last.then(() => inspect(content))
  last = mine.catch(() => undefined)
  return mine
}

const inspect = async (content: Content): Promise<PdfVerdict | 'bomb'> => {
  const asked = worker ?? new Worker(new URL('pdfWorker.ts', import.meta.url), { execArgv: [], resourceLimits })
  worker = asked
  asked.ref()
  const stop = new AbortController()
  const { signal } = stop
  try {
    const answered = once(asked, 'message', { signal }).then(([verdict]) => verdict as PdfVerdict)
    const tooMuch = Promise.race([sleep(timeoutMs, signal), outgrown(asked, signal)]).then(() => 'bomb' as const)
    asked.postMessage(content)
    const verdict = await Promise.race([answered, tooMuch])
    if (verdict === 'bomb') await end(asked)
    return verdict
  } catch (error) {
    await end(asked)
    if ((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY') return 'bomb'
    throw error
  } finally {
    stop.abort()
    asked.unref()
  }
}

const end = async (asked: Worker): Promise<void> => {
  worker = null
  await asked.terminate()
}

/**
 * Settles once the thread has taken more of the processor, or of memory, than it may for one file. What it inflates is not in the
 * heap that V8 can bound.
 */
const outgrown = async (asked: Worker, signal: AbortSignal): Promise<void> => {
  let before: number | undefined
  while (true) {
    await sleep(watchMs, signal)
    // nearly all are judged before the first look
    if (signal.aborted) return
    const spent = await cpuMs(asked)
    before ??= spent
    if (spent - before > mostCpuMs) return
    const held = await asked.getHeapStatistics().catch(() => null)
    if (held && held.external_memory + held.used_heap_size > mostBytes) return
  }
}

/** None while the thread starts, or has ended. */
const cpuMs = (asked: Worker): Promise<number> =>
  asked.cpuUsage().then(
    ({ user, system }) => (user + system) / 1000,
    () => 0,
  )

const sleep = (ms: number, signal: AbortSignal) =>
  new Promise<void>(resolve => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
