import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newId } from '#sync/newId.ts'
import { memoryOutboxStore } from '#sync/outbox/memoryOutboxStore.ts'
import type { OutboxDeps } from '#sync/outbox/outbox.ts'
import type { Saved, Wire } from '#sync/outbox/pending.ts'
import { sendReport } from '#sync/outbox/sendReport.ts'
import { NoAnswerError } from '#sync/problems/ProblemError.ts'
import { evaluatedForm } from './fixtures/evaluatedForm.ts'
import { serverOf } from './fixtures/serverOf.ts'
import { formStoreOf, type StoreDeps } from './formStore.ts'
import { placeAtEnd } from './placement.ts'
import { sentAll } from './sentAll.ts'

const at = '/parts/a/grade'
type Send = OutboxDeps['send']
type Route = Parameters<Send>[2]

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const evaluator = { open: true, writer: 'evaluator', anchors: null } as const

/** The answers as an evaluator has them, over a server that numbers what it receives, from 11 on. */
function opened(more: Partial<StoreDeps> = {}) {
  const sent: Wire[] = []
  const ways = new Set<Route>()
  let rev = 10
  const send: Send = async (changes, _, route) => {
    ways.add(route)
    sent.push(...changes)
    const results = changes.map(({ changeId }) => ({ changeId, result: 'applied' as const, rev: ++rev }))
    return { version: rev, results }
  }
  const disk = more.disk ?? memoryOutboxStore(newId(), newId())
  const store = formStoreOf({
    form: evaluatedForm(),
    answers: { parts: { a: { met: true } } },
    version: 10,
    revs: { parts: { a: { met: 3 } } },
    removed: {},
    send,
    disk,
    ...more,
  })
  store.setAccess(evaluator)
  const settled = () => Promise.all([sentAll(store), vi.advanceTimersByTimeAsync(1000)])
  const add = () =>
    store.addRow('advice', placeAtEnd(store.cells, 'advice', Object.keys(store.cells.answers().advice ?? {}), null))
  return { store, sent, ways, disk, settled, add }
}
/** The server's own judgement of them, in this status. */
function judged(status: 'in-review' | 'returned' = 'in-review') {
  const server = serverOf(evaluatedForm(), { parts: { a: { met: true } } })
  const lock = (now: typeof status) => server.lockWith({ status: now, capacity: { as: 'evaluator', claimed: true } })
  lock(status)
  return { server, lock, answers: server.answers(), revs: server.revs(), version: server.version() }
}
const noLine = (): Promise<Saved> => Promise.reject(new NoAnswerError('offline'))

describe('an evaluator’s changes', () => {
  it('are shown at once, and sent with the last base', async () => {
    const { store, sent, settled } = opened()
    store.set(at, 'B')
    expect(store.cells.answers()).toMatchObject({ parts: { a: { met: true, grade: 'B' } } })
    expect(store.outbox.state().waiting).toBe(1)
    await settled()
    store.set(at, 'CC')
    await settled()
    store.set('/parts/a/met', false)
    await settled()
    store.set(at, null)
    await settled()
    expect(sent.map(({ op, base }) => [op, base])).toEqual([
      ['set', 0],
      ['set', 11],
      ['set', 3],
      ['clear', 12],
    ])
    expect(store.cells.answers()).toEqual({ parts: { a: { met: false } } })
    expect(store.outbox.state()).toMatchObject({ waiting: 0, stuck: 0, failure: null })
    expect(store.seen.upTo()).toBe(14)
  })

  it('are not sent where they change nothing', async () => {
    const { store, sent, settled } = opened()
    store.set('/parts/a/met', true)
    store.set(at, null)
    await settled()
    expect(sent).toEqual([])
  })

  it('are sent again, with the same id, until the server answers', async () => {
    const ids: string[] = []
    const send: Send = async ([change]) => {
      ids.push(change!.changeId)
      if (ids.length < 3) return noLine()
      return { version: 11, results: [{ changeId: change!.changeId, result: 'applied', rev: 11 }] }
    }
    const { store } = opened({ send })
    store.set(at, 'B')
    await vi.advanceTimersByTimeAsync(10_000)
    expect([ids.length, new Set(ids).size]).toEqual([3, 1])
    expect(store.outbox.state()).toMatchObject({ waiting: 0, failure: null })
    expect(store.cells.answers()).toMatchObject({ parts: { a: { grade: 'B' } } })
  })

  it('are taken out of the answers with a message where the server refuses them, and stay on the device', async () => {
    const locked = { result: 'locked', why: 'status', status: 'returned', since: '', by: null, name: '' } as const
    const send: Send = async changes => ({
      version: 10,
      results: changes.map(({ changeId }) => ({ changeId, ...locked })),
    })
    const { store, disk, settled } = opened({ send })
    store.set(at, 'B')
    await settled()
    expect(store.cells.answers()).toEqual({ parts: { a: { met: true } } })
    expect(store.stuck(at)).toMatchObject({ value: 'B', refusal: locked })
    await store.outbox.saved()
    expect(await disk.load()).toMatchObject([{ state: 'stuck', pointer: at, value: 'B', route: 'evaluation' }])
  })

  it('add rows at the end of their list, and remove them with everything in them', async () => {
    const { store, sent, settled, add } = opened()
    const [first, second] = [add(), add()]
    store.set(`/advice/${first}/text`, 'Agar dilengkapi')
    const places = [first, second].map(id => store.cells.answers().advice?.[id]?.$position)
    expect([...places].sort()).toEqual(places)
    await settled()
    store.removeRow({ table: 'advice', row: first })
    await settled()
    expect(Object.keys(store.cells.answers().advice ?? {})).toEqual([second])
    expect(sent.at(-1)).toMatchObject({ op: 'remove', base: 13 })
  })
})

describe('sending all of them', () => {
  it('tries again at once after a failed try, and waits for that', async () => {
    let line = false
    const { server, ...fetched } = judged()
    const { store } = opened({ ...fetched, send: async changes => (line ? server.save(changes) : noLine()) })
    store.set(at, 'B')
    await vi.advanceTimersByTimeAsync(500)
    expect(store.outbox.state()).toMatchObject({ waiting: 1, failure: expect.any(NoAnswerError) })
    line = true
    const all = sentAll(store)
    await vi.advanceTimersByTimeAsync(1)
    await all
    expect(store.outbox.state()).toMatchObject({ waiting: 0, failure: null })
    expect(server.answers()).toMatchObject({ parts: { a: { grade: 'B' } } })
  })

  it('ends with what is unsent where the try fails too', async () => {
    const { store } = opened({ send: noLine })
    store.set(at, 'B')
    await vi.advanceTimersByTimeAsync(500)
    const send = vi.fn()
    const all = sentAll(store).then(send)
    expect(send).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await all
    expect(store.outbox.state().waiting).toBe(1)
  })
})

describe('the way they are sent', () => {
  it('is the evaluator’s for his or her cells and lists, and the office’s for all others', async () => {
    const { store, ways, settled, add } = opened()
    store.set(at, 'B')
    add()
    await settled()
    expect([...ways]).toEqual(['evaluation'])
    store.set('/parts/a/met', false)
    await settled()
    expect([...ways]).toEqual(['evaluation', 'answers'])
  })

  it('is one for all of a request, in the order in which they were typed', async () => {
    const batches: [Route, string[]][] = []
    let rev = 10
    const send: Send = async (changes, _, route) => {
      batches.push([route, changes.map(({ pointer }) => pointer)])
      return { version: 0, results: changes.map(({ changeId }) => ({ changeId, result: 'applied', rev: ++rev })) }
    }
    const { store, settled } = opened({ send })
    for (const pointer of ['/parts/a/met', '/parts/a/grade', '/parts/b/met', '/parts/b/grade'])
      store.set(pointer, pointer.endsWith('met') ? false : 'B')
    await settled()
    expect(batches).toEqual([
      ['answers', ['/parts/a/met', '/parts/b/met']],
      ['evaluation', ['/parts/a/grade', '/parts/b/grade']],
    ])
  })

  it('opens the evaluator’s cells to the evaluator, and those of the office to the office', () => {
    const { store } = opened()
    const open = () => [store.isWritable(at, 'evaluator'), store.isWritable('/parts/a/met')]
    expect(open()).toEqual([true, false])
    store.setAccess({ open: true, anchors: null })
    expect(open()).toEqual([false, true])
  })
})

describe('while offline', () => {
  it('survive a reload, and are sent the same way once there is one', async () => {
    const { server, ...fetched } = judged()
    const before = opened({ ...fetched, send: noLine })
    before.store.set(at, 'B')
    await vi.advanceTimersByTimeAsync(5000)
    await before.store.outbox.saved()
    before.store.stop()

    const ways: Route[] = []
    const send: Send = async (changes, _, route) => {
      ways.push(route)
      return server.save(changes)
    }
    const after = opened({ ...fetched, disk: before.disk, send })
    await after.store.restore()
    expect(after.store.cell(at)).toBe('B')
    await after.settled()
    expect(ways).toEqual(['evaluation'])
    expect(server.answers()).toMatchObject({ parts: { a: { met: true, grade: 'B' } } })
    expect(after.store.outbox.state()).toMatchObject({ waiting: 0, stuck: 0 })
  })

  it('are sent in the background when the report is not open; what an earlier version stored is the office’s', async () => {
    const { store, disk } = opened({ send: noLine })
    store.set(at, 'B')
    await vi.advanceTimersByTimeAsync(5000)
    await store.outbox.saved()
    store.stop()
    const [kept] = await disk.load()
    const { route: _, ...older } = { ...kept!, changeId: newId(), pointer: '/parts/b/met', value: true, order: 9 }
    await disk.write([older as typeof kept & object], [])
    const got: [Route, string][] = []
    let rev = 20
    const sending = sendReport(
      disk,
      async (changes, _, route) => {
        got.push(...changes.map(({ pointer }): [Route, string] => [route, pointer]))
        return { version: rev, results: changes.map(({ changeId }) => ({ changeId, result: 'applied', rev: ++rev })) }
      },
      () => {},
    )
    await vi.advanceTimersByTimeAsync(2000)
    await sending
    expect(got).toEqual([
      ['evaluation', at],
      ['answers', '/parts/b/met'],
    ])
    expect(await disk.load()).toEqual([])
  })

  it('stay in the tray where the report was returned meanwhile, and can be sent once it is back', async () => {
    const { server, lock, ...fetched } = judged()
    let line = false
    const send: Send = async changes => (line ? server.save(changes) : noLine())
    const { store, disk } = opened({ ...fetched, send })
    store.set(at, 'B')
    await vi.advanceTimersByTimeAsync(2000)
    lock('returned')
    line = true
    await vi.advanceTimersByTimeAsync(10_000)
    expect(store.stuck(at)).toMatchObject({ value: 'B', refusal: { result: 'locked', why: 'status' } })
    await store.outbox.saved()
    store.stop()

    const again = opened({ ...fetched, disk, send })
    await again.store.restore()
    expect(again.store.stuckPointers()).toEqual([at])
    lock('in-review')
    again.store.resolve.again(at)
    await again.settled()
    expect(server.answers()).toMatchObject({ parts: { a: { grade: 'B' } } })
    expect(await disk.load()).toEqual([])
  })

  it('are answered once where the answer to them was lost, though the review has ended', async () => {
    const { server, lock, ...fetched } = judged()
    let lost = 1
    const send: Send = async changes => {
      const saved = server.save(changes)
      if (lost-- <= 0) return saved
      lock('returned')
      return noLine()
    }
    const { store } = opened({ ...fetched, send })
    store.set(at, 'B')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(store.outbox.state()).toMatchObject({ waiting: 0, stuck: 0 })
    expect(store.cell(at)).toBe('B')
  })
})
