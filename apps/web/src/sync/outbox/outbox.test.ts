import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { idOf } from '#sheet/answers/fixtures/invented.ts'
import { badLine, openInvented } from '#sheet/answers/fixtures/store.ts'
import { mergeChanges } from '#sheet/answers/mergeChanges.ts'
import { newId } from '../newId.ts'
import { NoAnswerError, ProblemError } from '../problems/ProblemError.ts'
import { openTestVault } from '../vault/openTestVault.ts'
import { idbOutboxStore } from './idbOutboxStore.ts'
import type { OutboxStore, Saved, StoredChange } from './pending.ts'

const at = '/counts/kunjungan/reached'
const problem = (status: number, more: object = {}) =>
  new ProblemError({ type: '', title: '', status, code: 'internal', detail: 'Begini.', instance: 'r1', ...more })

describe('the outbox', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('sends one change per pointer, with the first base and the last value', async () => {
    const { store, server } = openInvented()
    for (const value of ['1', '12', '123']) store.set(at, value)
    await vi.advanceTimersByTimeAsync(500)
    expect(server.requests).toHaveLength(1)
    expect(server.requests[0]).toMatchObject([{ pointer: at, value: '123', base: 1 }])
  })

  it('delays a cell that is being typed until it is done, or a pause', async () => {
    const { store, server } = openInvented()
    store.set(at, '1', { typing: true })
    await vi.advanceTimersByTimeAsync(2000)
    store.set(at, '12', { typing: true })
    await vi.advanceTimersByTimeAsync(2000)
    expect(server.requests).toHaveLength(0)
    store.settle(at)
    await vi.advanceTimersByTimeAsync(200)
    expect(server.requests[0]).toMatchObject([{ value: '12' }])
    store.set(at, '13', { typing: true })
    await vi.advanceTimersByTimeAsync(2700)
    expect(server.requests[1]).toMatchObject([{ value: '13' }])
  })

  it('has at most one pending change and one in flight per pointer, and sends it on top of the first', async () => {
    let release = () => {}
    const { store, server } = openInvented({
      line: async (_, through) => {
        await new Promise<void>(resolve => {
          release = resolve
        })
        return through()
      },
    })
    store.set(at, '1')
    await vi.advanceTimersByTimeAsync(300)
    store.set(at, '2')
    store.set(at, '3')
    expect(store.mark(at)).toBe('sending')
    release()
    await vi.advanceTimersByTimeAsync(300)
    release()
    await vi.advanceTimersByTimeAsync(300)
    expect(server.requests.flat()).toMatchObject([
      { value: '1', base: 1 },
      { value: '3', base: 2 },
    ])
    expect(store.mark(at)).toBe('saved')
  })

  it('retries after a lost connection, later each time, and loses nothing', async () => {
    const { store, server } = openInvented({ line: badLine(new NoAnswerError(''), problem(503), problem(500)) })
    store.set(at, '77')
    await vi.advanceTimersByTimeAsync(400)
    expect(store.outbox.state()).toMatchObject({ waiting: 1, failure: expect.any(NoAnswerError) })
    expect(store.mark(at)).toBe('waiting')
    await vi.advanceTimersByTimeAsync(1000 + 2000 + 4000 + 600)
    expect(server.answers().counts?.kunjungan?.reached).toBe('77')
    expect(store.outbox.state()).toMatchObject({ waiting: 0, failure: null })
  })

  it.each([429, 503])('waits as long as the server asks with %i, and loses nothing', async status => {
    const { store, server } = openInvented({ line: badLine(problem(status, { retryAfter: 20 })) })
    store.set(at, '77')
    await vi.advanceTimersByTimeAsync(19_000)
    expect(server.requests).toHaveLength(0)
    expect(store.mark(at)).toBe('waiting')
    await vi.advanceTimersByTimeAsync(2000)
    expect(server.requests).toHaveLength(1)
    expect(server.answers().counts?.kunjungan?.reached).toBe('77')
  })

  it('repeats a request whose response was lost with the same ids, though more was typed since', async () => {
    const { store, server } = openInvented({ line: badLine('lost answer') })
    store.set(at, '77')
    await vi.advanceTimersByTimeAsync(300)
    store.set(at, '78')
    await vi.advanceTimersByTimeAsync(3000)
    const sent = server.requests.flat()
    expect(sent.map(change => 'value' in change && change.value)).toEqual(['77', '77', '78'])
    expect(sent[0]?.changeId).toBe(sent[1]?.changeId)
    expect(server.answers().counts?.kunjungan?.reached).toBe('78')
    expect(store.outbox.state()).toMatchObject({ waiting: 0, stuck: 0 })
  })

  it('keeps a change that is too long to be sent though an earlier one in flight is refused', async () => {
    const remark = '/counts/kunjungan/remark'
    const { store, server } = openInvented({ line: badLine(new NoAnswerError('')) })
    store.set(remark, 'pendek')
    await vi.advanceTimersByTimeAsync(300)
    store.set(remark, 'x'.repeat(41))
    server.lockWith({ status: 'submitted' })
    await vi.advanceTimersByTimeAsync(3000)
    expect(store.stuck(remark)).toMatchObject({ value: 'x'.repeat(41), refusal: { result: 'locked' } })
  })

  it('bases the replacement of a too long text on its own accepted change', async () => {
    const remark = '/counts/kunjungan/remark'
    const { store, server } = openInvented({ line: badLine(new NoAnswerError('')) })
    store.set(remark, 'pendek')
    await vi.advanceTimersByTimeAsync(300)
    store.set(remark, 'x'.repeat(41))
    await vi.advanceTimersByTimeAsync(3000)
    store.set(remark, 'cukup')
    await vi.advanceTimersByTimeAsync(3000)
    expect(server.answers().counts?.kunjungan?.remark).toBe('cukup')
    expect(store.mark(remark)).toBe('saved')
  })

  it('isolates the one change that spoils a request, and gets the others through', async () => {
    const { store, server } = openInvented({
      line: async (changes, through) => {
        if (changes.some(change => change.pointer.endsWith('/target'))) throw problem(422)
        return through()
      },
    })
    store.set(at, '77')
    store.set('/counts/kunjungan/target', '5000')
    store.set('/counts/kunjungan/remark', 'ya')
    await vi.advanceTimersByTimeAsync(3000)
    expect(server.answers().counts?.kunjungan).toMatchObject({ reached: '77', remark: 'ya', target: '4800' })
    expect(store.stuck('/counts/kunjungan/target')).toMatchObject({
      value: '5000',
      refusal: { result: 'refused', message: 'Begini.' },
    })
  })

  it('keeps what the server refuses for good, and can send it again', async () => {
    const { store, server } = openInvented({ line: badLine(problem(403)) })
    store.set(at, '77')
    await vi.advanceTimersByTimeAsync(500)
    expect(store.stuck(at)?.value).toBe('77')
    store.resolve.mine(at)
    await vi.advanceTimersByTimeAsync(500)
    expect(server.answers().counts?.kunjungan?.reached).toBe('77')
  })

  it('sends more than 200 changes in several requests, in order', async () => {
    const { store, server } = openInvented()
    for (let n = 0; n < 150; n++)
      store.addRow('works', { parent: null, position: `b${1000 + n}x` }, { name: `Kerja ${n}` })
    await vi.advanceTimersByTimeAsync(2000)
    expect(server.requests.map(request => request.length)).toEqual([200, 100])
    expect(Object.keys(server.answers().works ?? {})).toHaveLength(152)
  })
})

describe('a reload', () => {
  const soon = (check: () => void) => vi.waitFor(check, { timeout: 3000 })

  it('restores what was not sent, of this user and form only, and sends it', async () => {
    const [person, submission] = [newId(), newId()]
    await openTestVault(person)
    const offline = openInvented({
      disk: idbOutboxStore(person, submission),
      line: badLine(...Array(99).fill(new NoAnswerError(''))),
    })
    offline.store.set(at, '77')
    offline.store.set('/counts/kematian/reached', { asTyped: '12,5x' })
    const row = offline.store.addRow('works', { parent: null, position: 'a2' }, { name: 'Irigasi' })
    await soon(async () => expect(await idbOutboxStore(person, submission).load()).toHaveLength(4))
    offline.store.stop()
    const other = newId()
    await openTestVault(other)
    expect(await idbOutboxStore(other, submission).load()).toEqual([])
    await openTestVault(person)

    const again = openInvented({ disk: idbOutboxStore(person, submission) })
    await again.store.restore()
    expect(again.store.cell(at)).toBe('77')
    expect(again.store.cells.place({ table: 'works', row })).toEqual({ parent: null, position: 'a2' })
    await soon(() => expect(again.store.outbox.state().waiting).toBe(0))
    expect(again.server.answers().works?.[row]?.name).toBe('Irigasi')
    expect(again.server.answers().counts).toMatchObject({
      kunjungan: { reached: '77' },
      kematian: { reached: { asTyped: '12,5x' } },
    })
    await soon(async () => expect(await idbOutboxStore(person, submission).load()).toEqual([]))
  })

  it('repeats under its id what was in flight when the page died', async () => {
    const [person, submission] = [newId(), newId()]
    await openTestVault(person)
    const { store, server, open } = openInvented({
      disk: idbOutboxStore(person, submission),
      line: badLine('lost answer'),
    })
    store.set(at, '77')
    await soon(() => expect(server.requests).toHaveLength(1))
    store.stop()
    const next = open()
    await next.restore()
    await soon(() => expect(next.outbox.state().waiting).toBe(0))
    expect(server.requests).toHaveLength(2)
    expect(server.requests[1]?.[0]?.changeId).toBe(server.requests[0]?.[0]?.changeId)
    expect(next.outbox.state().stuck).toBe(0)
  })

  it('shows what is accepted while it is opened again, for the page that was left', async () => {
    const [person, submission] = [newId(), newId()]
    await openTestVault(person)
    const device = idbOutboxStore(person, submission)
    let meanwhile = async () => {}
    const then = async <T>(read: Promise<T>): Promise<T> => {
      const [found, happens] = [await read, meanwhile]
      meanwhile = async () => {}
      await happens()
      return found
    }
    const disk: OutboxStore = {
      ...device,
      load: () => then(device.load()),
      recall: version => then(device.recall(version)),
    }
    const answered = Promise.withResolvers<void>()
    const { store, server, open } = openInvented({
      disk,
      line: async (_, through) => {
        await answered.promise
        return through()
      },
    })
    store.set(at, '77')
    const row = store.addRow('works', { parent: null, position: 'a2' }, { name: 'Irigasi' })
    await soon(() => expect(store.mark(at)).toBe('sending'))
    const next = open()
    meanwhile = async () => {
      answered.resolve()
      await soon(() => expect(store.outbox.state().waiting).toBe(0))
      await store.outbox.saved()
    }
    await next.restore()
    expect(next.cell(at)).toBe('77')
    expect(next.cell(`/works/${row}/name`)).toBe('Irigasi')
    await soon(() => expect(next.outbox.state().waiting).toBe(0))
    expect(next.outbox.state().stuck).toBe(0)
    expect(server.answers().works?.[row]?.name).toBe('Irigasi')
    store.stop()
    next.stop()
  })

  it('shows what was accepted since the cached answers, and goes on from there', async () => {
    const [person, submission] = [newId(), newId()]
    await openTestVault(person)
    const before = openInvented({ disk: idbOutboxStore(person, submission) })
    before.store.set(at, '77')
    await soon(async () =>
      expect(await idbOutboxStore(person, submission).recall(1)).toMatchObject([{ pointer: at, value: '77' }]),
    )
    before.store.stop()

    // started from a cache entry older than the save
    const after = openInvented({ disk: idbOutboxStore(person, submission), line: badLine(new NoAnswerError('')) })
    await after.store.restore()
    expect(after.store.cell(at)).toBe('77')
    expect(after.store.mark(at)).toBe('saved')
    after.store.set(at, '78')
    await soon(async () =>
      expect(await idbOutboxStore(person, submission).load()).toMatchObject([{ base: 2, value: '78' }]),
    )
    after.store.stop()
    expect(await idbOutboxStore(person, submission).recall(2)).toEqual([])
  })

  it('restores a row with its children, though it was opened while the row was removed', async () => {
    const [person, submission] = [newId(), newId()]
    await openTestVault(person)
    const { store, server, open } = openInvented({ disk: idbOutboxStore(person, submission) })
    const before = server.answers()
    const ref = { table: 'works', row: idOf(1) }
    store.removeRow(ref)
    await soon(() => expect(server.answers().costs).toBeUndefined())
    // The server has it before the device has heard so and stored it
    await soon(() => expect(store.outbox.state().waiting).toBe(0))
    await store.outbox.saved()
    store.stop()
    const next = open()
    await next.restore()
    const other = { changeId: newId(), op: 'add' as const, pointer: `/works/${idOf(1)}`, base: 2 }
    server.save([{ ...other, value: { parent: null, position: 'a0' } }], 'post:other')
    mergeChanges(next, server.changes(2), 'post:me')
    expect(next.cells.answers()).toEqual(before)
    next.stop()
  })

  it('can restore a removed row after a start from cached answers that still have it', async () => {
    const [person, submission] = [newId(), newId()]
    await openTestVault(person)
    const disk = idbOutboxStore(person, submission)
    const { store, server } = openInvented({ disk })
    const row = store.addRow('works', { parent: null, position: 'a2' }, { name: 'Irigasi' })
    await soon(() => expect(store.outbox.state().waiting).toBe(0))
    const pointer = `/works/${row}`
    server.save([{ changeId: newId(), op: 'remove', pointer, base: server.version() }], 'post:other')
    mergeChanges(store, server.changes(1), 'post:me')
    await store.outbox.saved()
    store.stop()

    const next = openInvented({ disk }).store
    await next.restore()
    expect(next.cells.place({ table: 'works', row })).toBeNull()
    expect(next.cells.formerPlace({ table: 'works', row })).toEqual({ parent: null, position: 'a2' })
    next.stop()
  })

  it('keeps an undecided conflict', async () => {
    const [person, submission] = [newId(), newId()]
    await openTestVault(person)
    const { store, server, open } = openInvented({ disk: idbOutboxStore(person, submission) })
    server.save([{ changeId: idOf(92), op: 'set', pointer: at, value: '4700', base: 1 }], 'post:other')
    store.set(at, '77')
    await soon(() => expect(store.mark(at)).toBe('stuck'))
    await soon(async () => expect(await idbOutboxStore(person, submission).load()).toMatchObject([{ state: 'stuck' }]))
    store.stop()
    const next = open()
    await next.restore()
    expect(next.cell(at)).toBe('77')
    expect(next.stuck(at)?.refusal).toMatchObject({ result: 'conflict', theirs: { value: '4700' } })
  })

  it('never removes an unsent value from the device before its replacement is stored', async () => {
    const writes: [put: unknown[], removed: string[]][] = []
    const disk = {
      load: async () => [],
      recall: async () => [],
      write: async (put: { value: unknown }[], removed: string[]) =>
        void writes.push([put.map(({ value }) => value), removed]),
    }
    const { store } = openInvented({ disk })
    store.set(at, '7', { typing: true })
    await soon(() => expect(writes).toEqual([[['7'], []]]))
    store.set(at, '77', { typing: true })
    await soon(() => expect(writes).toHaveLength(2))
    expect(writes[1]).toEqual([['77'], [expect.any(String)]])
  })

  it('reports at each cell what a full disk refuses, stores it once there is room, and sends it either way', async () => {
    const [other, room] = ['/counts/kunjungan/target', { full: true, line: false }]
    const kept = new Map<string, StoredChange>()
    const disk: OutboxStore = {
      load: async () => [],
      recall: async () => [],
      async write(put, removed) {
        if (room.full) throw new DOMException('no room', 'QuotaExceededError')
        for (const one of put) kept.set(one.pointer, one)
        for (const [pointer, { changeId }] of kept) if (removed.includes(changeId)) kept.delete(pointer)
      },
    }
    const line = async (_: unknown, through: () => Saved) => {
      if (!room.line) throw new NoAnswerError('cut')
      return through()
    }
    const { store, server } = openInvented({ disk, line })
    store.set(at, '77')
    await soon(() => expect(store.outbox.isOnPage(at)).toBe(true))
    expect(store.noted(at)).toBe(true)
    expect(store.outbox.state().onPage).toBe(1)
    room.full = false
    store.set(other, '88')
    await soon(() => expect([...kept.keys()].sort()).toEqual([at, other]))
    expect(store.outbox.state().onPage).toBe(0)
    room.full = true
    store.set(at, '78')
    await soon(() => expect(store.outbox.isOnPage(at)).toBe(true))
    room.line = true
    store.outbox.flush()
    await soon(() => expect(server.answers().counts?.kunjungan).toMatchObject({ reached: '78', target: '88' }))
    expect(store.outbox.state()).toMatchObject({ waiting: 0, onPage: 0 })
  })
})
