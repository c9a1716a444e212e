import { TooLargeToRead, UnreadableArchive } from '@sepakat/documents/spreadsheet/fileFaults.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readApart, writeApart } from './spreadsheetApart.ts'

/** The only worker of a test: what it was sent, and whether it was terminated. */
class FakeWorker {
  static last: FakeWorker
  sent: unknown[] = []
  isEnded = false
  onmessage: (event: { data: unknown }) => void = () => undefined
  onerror: () => void = () => undefined
  constructor() {
    FakeWorker.last = this
  }
  postMessage(data: unknown) {
    this.sent.push(data)
  }
  terminate() {
    this.isEnded = true
  }
}
beforeEach(() => {
  vi.stubGlobal('Worker', FakeWorker)
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const file = new Blob(['x'])

describe('a workbook read apart from the page', () => {
  it('is sent to a worker, which is terminated with the answer', async () => {
    const lines = readApart(file)
    expect(FakeWorker.last.sent).toEqual([file])
    FakeWorker.last.onmessage({ data: { lines: [['a']] } })
    expect(await lines).toEqual([['a']])
    expect(FakeWorker.last.isEnded).toBe(true)
  })

  it('terminates the worker when the reader aborts', async () => {
    const stop = new AbortController()
    const lines = readApart(file, stop.signal)
    stop.abort(new Error('cukup'))
    await expect(lines).rejects.toThrow('cukup')
    expect(FakeWorker.last.isEnded).toBe(true)
  })

  it('is not started for a reader who has aborted already', async () => {
    await expect(readApart(file, AbortSignal.abort(new Error('pergi')))).rejects.toThrow('pergi')
    expect(FakeWorker.last.sent).toEqual([])
  })

  it('times out after half a minute', async () => {
    const lines = expect(readApart(file)).rejects.toBeInstanceOf(TooLargeToRead)
    await vi.advanceTimersByTimeAsync(30_000)
    await lines
    expect(FakeWorker.last.isEnded).toBe(true)
  })

  it('says whether it is too large or no workbook', async () => {
    const large = expect(readApart(file)).rejects.toBeInstanceOf(TooLargeToRead)
    FakeWorker.last.onmessage({ data: { fault: 'too-large' } })
    await large
    const broken = expect(readApart(file)).rejects.toBeInstanceOf(UnreadableArchive)
    FakeWorker.last.onmessage({ data: { fault: 'unreadable' } })
    await broken
    const failed = expect(readApart(file)).rejects.toBeInstanceOf(UnreadableArchive)
    FakeWorker.last.onerror()
    await failed
  })
})

it('a workbook is made apart from the page too', async () => {
  const made = writeApart([['a']])
  expect(FakeWorker.last.sent).toEqual([[['a']]])
  FakeWorker.last.onmessage({ data: { file } })
  expect(await made).toBe(file)
  expect(FakeWorker.last.isEnded).toBe(true)
})
