import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import type { UploadOptions } from 'tus-js-client'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Me } from '../apiTypes.ts'
import { NoAnswerError } from '../problems/ProblemError.ts'
import { watchOtherTabs } from '../tabs/tabs.ts'
import { believe } from '../transport/unconfirmed.ts'
import { sendFile } from './sendFile.ts'
import type { WaitingFile } from './waitingFile.ts'

const started: UploadOptions[] = []
const aborted = vi.fn()
let start = (_: UploadOptions) => {}
vi.mock('tus-js-client', () => ({
  Upload: class {
    options: UploadOptions
    constructor(_: Blob, options: UploadOptions) {
      this.options = options
    }
    start() {
      started.push(this.options)
      start(this.options)
    }
    abort = aborted
  },
}))

const attached: unknown[] = []
const server = setupServer(
  http.put(`${location.origin}/api/v1/submissions/s1/attachments/a1`, async ({ request }) => {
    attached.push(await request.json())
    return HttpResponse.json({}, { status: 201 })
  }),
  http.post(`${location.origin}/api/v1/submissions/s1/attachments`, () => {
    attached.push('whole')
    return HttpResponse.json({}, { status: 201 })
  }),
)
beforeAll(() => server.listen())
afterAll(() => server.close())
beforeEach(() => {
  started.length = 0
  attached.length = 0
  start = options => options.onSuccess?.({} as never)
})

const file = (more: Partial<WaitingFile> = {}): WaitingFile => ({
  ...{ id: 'a1', person: 'siti', post: 'p1', submission: 's1', anchor: '/recipients/gepeng', title: 'SK', number: '' },
  ...{
    date: '',
    page: '',
    fileName: 'sk.pdf',
    bytes: 8,
    sha256: 'ab',
    photo: null,
    replaces: undefined,
    order: 1,
    begun: false,
  },
  ...{ state: 'waiting', message: '' },
  ...more,
})
const content = new Blob(['%PDF-1.7'])
const send = (more: Partial<WaitingFile> = {}, signal = new AbortController().signal) =>
  sendFile(file(more), content, { onStored: () => {}, said: () => file(more), signal })

describe('sending a file', () => {
  it('sends no byte before the server has confirmed the session', async () => {
    believe(() => Promise.reject(new NoAnswerError('no line')))
    await expect(send()).rejects.toBeInstanceOf(NoAnswerError)
    expect(started).toEqual([])
    believe(null)
  })
  it('sends its bytes, then its description; asks for the offset where an earlier attempt had started', async () => {
    await send()
    await send({ begun: true })
    expect(started.map(({ uploadUrl }) => uploadUrl)).toEqual([
      null,
      `${location.origin}/api/v1/submissions/s1/uploads/a1`,
    ])
    expect(attached).toEqual(Array(2).fill(expect.objectContaining({ sha256: 'ab', fileName: 'sk.pdf', date: null })))
  })

  it('sends it whole where no hash can be computed', async () => {
    await send({ sha256: undefined })
    expect([started, attached]).toEqual([[], ['whole']])
  })

  it('sends nothing in another post: it waits until this tab acts in its own again', async () => {
    const other = new BroadcastChannel('sepakat.session')
    const said: boolean[] = []
    const stop = watchOtherTabs({ person: { id: 'siti' }, post: { id: 'p1' } } as Me, same => said.push(same))
    other.postMessage('siti/p2')
    await vi.waitFor(() => expect(said.at(-1)).toBe(false))
    const sending = send()
    await new Promise(resolve => setTimeout(resolve, 50))
    expect([started, attached]).toEqual([[], []])
    other.postMessage('siti/p1')
    await sending
    expect(attached).toHaveLength(1)
    stop()
    other.close()
  })

  it('passes on the server’s message, and reports the connection where there was none', async () => {
    const failing = (body: string | null) => {
      // As in a browser: an aborted request has no response any more
      let left = body ?? ''
      aborted.mockImplementation(() => {
        left = ''
      })
      const response = body === null ? null : { getBody: () => left }
      start = options => options.onError?.(Object.assign(new Error('tus'), { originalResponse: response }) as never)
      return send().catch(error => error)
    }
    expect(await failing('{"code":"too-large","title":"","detail":""}')).toMatchObject({
      problem: { code: 'too-large' },
    })
    expect(await failing('{"code":"quota-reached","title":"","detail":""}')).toMatchObject({
      problem: { code: 'quota-reached' },
    })
    expect((await failing('<h1>502</h1>')).name).toBe('NoAnswerError')
    expect((await failing('{"code":"exists"}')).name).toBe('NoAnswerError')
    expect((await failing(null)).name).toBe('NoAnswerError')
  })

  it('treats a silent connection as lost, and aborts a file that was cancelled', async () => {
    start = () => {}
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const silent = send().catch(error => error)
    await vi.waitFor(() => expect(started).toHaveLength(1))
    await vi.advanceTimersByTimeAsync(45_000)
    vi.useRealTimers()
    expect((await silent).name).toBe('NoAnswerError')
    const taken = new AbortController()
    const sending = send({}, taken.signal).catch(error => error)
    await vi.waitFor(() => expect(started).toHaveLength(2))
    taken.abort(new DOMException('dropped', 'AbortError'))
    expect((await sending).name).toBe('AbortError')
    expect(aborted).toHaveBeenCalled()
  })
})
