import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newId } from '#sync/newId.ts'
import { NoAnswerError } from '#sync/problems/ProblemError.ts'
import { idOf, inventedAnswers, inventedForm, inventedScope } from './fixtures/invented.ts'
import { serverOf } from './fixtures/serverOf.ts'
import { badLine, openInvented } from './fixtures/store.ts'
import { mergeChanges } from './mergeChanges.ts'
import { placeAt, placeAtEnd } from './placement.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const reached = '/counts/kunjungan/reached'
const saved = () => vi.advanceTimersByTimeAsync(1000)

describe('an edit', () => {
  it('is shown at once, notifies its own cell only, and is on the server soon after', async () => {
    const { store, server } = openInvented()
    const woken: string[] = []
    store.on(`cell ${reached}`, () => woken.push('own'))
    store.on('cell /counts/kunjungan/target', () => woken.push('other'))
    store.set(reached, '4600')
    expect(store.cell(reached)).toBe('4600')
    expect(store.mark(reached)).toBe('waiting')
    await saved()
    expect(server.answers().counts?.kunjungan?.reached).toBe('4600')
    expect(store.mark(reached)).toBe('saved')
    expect(new Set(woken)).toEqual(new Set(['own']))
  })

  it('is evaluated when idle, off the keystroke’s path', async () => {
    const { store } = openInvented()
    const before = store.evaluated()
    store.set(reached, '2400')
    expect(store.evaluated()).toBe(before)
    await saved()
    expect(store.figuresOf('kunjungan')?.find(figure => figure.code === 'lkpj.reach')?.value).toBe('50')
  })

  it('keeps the identity of everything else, so that nothing else is rerendered', async () => {
    const { store } = openInvented()
    const other = store.figuresOf('kematian')
    store.set(reached, '2400')
    await saved()
    expect(store.figuresOf('kematian')).toBe(other)
  })

  it('to the server’s own value is not sent', async () => {
    const { store, server } = openInvented()
    store.set(reached, '1')
    store.set(reached, '4512')
    await saved()
    expect(server.requests).toEqual([])
    expect(store.outbox.state().waiting).toBe(0)
  })

  it('based on a draft preview is in conflict where the report was created with another value', async () => {
    const { form, open } = openInvented({ line: async changes => made.save(changes) })
    const { counts, ...others } = inventedAnswers()
    const made = serverOf(form, {
      ...others,
      counts: { ...counts, kunjungan: { ...counts?.kunjungan, reached: '4600' } },
    })
    const store = open({ ahead: true })
    store.set(reached, '41')
    store.set('/counts/kunjungan/remark', 'baru')
    await saved()
    expect(store.stuck(reached)?.refusal).toMatchObject({ result: 'conflict', theirs: { value: '4600' } })
    expect(made.answers().counts?.kunjungan).toMatchObject({ reached: '4600', remark: 'baru' })
    store.set('/counts/kunjungan/remark', 'lebih baru')
    await saved()
    expect(made.answers().counts?.kunjungan?.remark).toBe('lebih baru')
  })

  it('of a text beyond its length is stored and marked as wrong, never sent', async () => {
    const { store, server } = openInvented()
    const at = '/counts/kunjungan/remark'
    store.set(at, 'x'.repeat(41))
    await saved()
    expect(store.mark(at)).toBe('stuck')
    expect(store.stuck(at)?.refusal).toMatchObject({ message: expect.stringContaining('41 huruf, paling banyak 40') })
    expect(server.requests).toEqual([])
    store.set(at, 'pendek')
    await saved()
    expect(server.answers().counts?.kunjungan?.remark).toBe('pendek')
  })
})

describe('undo', () => {
  it('undoes keystrokes in one cell as one step, and redoes them', () => {
    const { store } = openInvented()
    for (const text of ['4', '45', '456']) store.set(reached, text, { typing: true })
    store.settle(reached)
    store.set(reached, '7')
    expect(store.undo()).toEqual([reached])
    expect(store.cell(reached)).toBe('456')
    store.undo()
    expect(store.cell(reached)).toBe('4512')
    store.redo()
    expect(store.cell(reached)).toBe('456')
    store.undo()
    expect(store.undo()).toBeNull()
  })

  it('leaves a cell alone that another user has changed since', async () => {
    const { store, server } = openInvented()
    store.set(reached, '4600')
    await saved()
    const rev = server.version()
    server.save([{ changeId: idOf(90), op: 'set', pointer: reached, value: '4700', base: rev }], 'post:other')
    mergeChanges(store, server.changes(rev), 'post:me')
    expect(store.undo()).toEqual([])
    expect(store.cell(reached)).toBe('4700')
  })

  it('leaves an added row alone in which another user has typed since, and undoes it otherwise', async () => {
    const { store, server } = openInvented()
    const place = () => placeAtEnd(store.cells, 'works', [idOf(1), idOf(2)], null)
    const row = store.addRow('works', place(), { name: 'Irigasi' })
    await saved()
    const rev = server.version()
    const theirs = { changeId: newId(), op: 'set' as const, pointer: `/works/${row}/day`, value: '2026-05-01', base: 0 }
    server.save([theirs], 'post:other')
    mergeChanges(store, server.changes(rev), 'post:me')
    expect(store.undo()).toEqual([])
    await saved()
    expect(server.answers().works?.[row]).toMatchObject({ name: 'Irigasi', day: '2026-05-01' })
    const own = store.addRow('works', place(), { name: 'Gorong-gorong' })
    await saved()
    expect(store.undo()).toEqual([`/works/${own}`])
    await saved()
    expect(server.answers().works).not.toHaveProperty(own)
    expect(store.redo()).toEqual([`/works/${own}`])
    await saved()
    expect(server.answers().works?.[own]).toMatchObject({ name: 'Gorong-gorong' })
  })

  it('leaves a row alone that another user has moved since', async () => {
    const { store, server } = openInvented()
    const ref = { table: 'works', row: idOf(2) }
    const to = (index: number) => placeAt(store.cells, 'works', [idOf(1), idOf(2)], idOf(2), index, null)!
    store.moveRow(ref, to(0))
    await saved()
    const rev = server.version()
    const pointer = `/works/${idOf(2)}`
    const there = placeAtEnd(store.cells, 'works', [idOf(2), idOf(1)], null)
    server.save([{ changeId: newId(), op: 'move', pointer, value: there, base: rev }], 'post:other')
    mergeChanges(store, server.changes(rev), 'post:me')
    expect(store.cells.place(ref)).toEqual(there)
    expect(store.undo()).toEqual([])
    expect(store.cells.place(ref)).toEqual(there)
  })

  it('restores a removed row with its children', async () => {
    const { store, server } = openInvented()
    const whole = store.cells.answers()
    store.removeRow({ table: 'works', row: idOf(1) })
    expect(store.cells.answers().costs).toBeUndefined()
    await saved()
    expect(server.answers().works).not.toHaveProperty(idOf(1))
    store.undo()
    expect(store.cells.answers()).toEqual(whole)
    await saved()
    expect(server.answers()).toEqual(whole)
  })
})

describe('rows that users add', () => {
  it('are at their place, are sent before their cells, and can have a list of their own', async () => {
    const { store, server } = openInvented()
    const work = store.addRow('works', placeAtEnd(store.cells, 'works', [idOf(1), idOf(2)], null), { name: 'Irigasi' })
    const cost = store.addRow('costs', placeAtEnd(store.cells, 'costs', [], work), { what: 'Pipa' })
    store.set(`/costs/${cost}/price`, '250')
    const rows = store.sections().find(section => section.id === 'works')?.blocks[0]?.rows
    expect(rows?.map(row => row.label)).toEqual(['Jembatan', 'Jalan', 'Irigasi'])
    expect(rows?.[2]?.blocks[0]?.rows.map(row => row.id)).toEqual([cost])
    await saved()
    expect(server.answers().costs?.[cost]).toMatchObject({ $parent: work, what: 'Pipa', price: '250' })
    expect(store.outbox.state()).toMatchObject({ waiting: 0, stuck: 0 })
  })

  it('leave no trace when removed before they were sent', async () => {
    const { store, server } = openInvented()
    const work = store.addRow('works', placeAtEnd(store.cells, 'works', [idOf(1), idOf(2)], null), { name: 'Salah' })
    store.removeRow({ table: 'works', row: work })
    await saved()
    expect(server.requests).toEqual([])
    store.undo()
    await saved()
    expect(server.answers().works?.[work]).toMatchObject({ name: 'Salah' })
  })

  it('move between others', async () => {
    const { store, server } = openInvented()
    const place = placeAt(store.cells, 'works', [idOf(1), idOf(2)], idOf(2), 0, null)
    store.moveRow({ table: 'works', row: idOf(2) }, place!)
    await saved()
    const rows = store.sections().find(section => section.id === 'works')?.blocks[0]?.rows
    expect(rows?.map(row => row.label)).toEqual(['Jalan', 'Jembatan'])
    expect(server.answers().works?.[idOf(2)]?.$position).toBe(place?.position)
  })

  it('moved and removed while their addition was being sent are restored by undo without a conflict', async () => {
    const { store, server } = openInvented({ line: badLine('lost answer') })
    const order = [idOf(1), idOf(2)]
    const work = store.addRow('works', placeAtEnd(store.cells, 'works', order, null), { name: 'Irigasi' })
    await vi.advanceTimersByTimeAsync(200)
    expect(server.answers().works?.[work]).toMatchObject({ name: 'Irigasi' })
    const place = placeAt(store.cells, 'works', [...order, work], work, 0, null)
    store.moveRow({ table: 'works', row: work }, place!)
    store.removeRow({ table: 'works', row: work })
    store.undo()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(store.outbox.state()).toMatchObject({ waiting: 0, stuck: 0 })
    expect(server.answers().works?.[work]).toMatchObject({ name: 'Irigasi', $position: place?.position })
  })

  it('are removed even when the own last edit in them is acknowledged only now', async () => {
    const { store, server } = openInvented()
    store.set(`/works/${idOf(1)}/name`, 'Jembatan gantung')
    store.removeRow({ table: 'works', row: idOf(1) })
    await saved()
    expect(store.outbox.state()).toMatchObject({ waiting: 0, stuck: 0 })
    expect(server.answers().works).not.toHaveProperty(idOf(1))
  })
})

describe('two users in one form', () => {
  const other = (server: ReturnType<typeof openInvented>['server'], pointer: string, value: string, base = 1) =>
    server.save([{ changeId: newId(), op: 'set', pointer, value, base }], 'post:other')

  it('see what the other typed, with the name', () => {
    const { store, server } = openInvented()
    const since = server.version()
    other(server, reached, '4700')
    mergeChanges(store, server.changes(since), 'post:me')
    expect(store.cell(reached)).toBe('4700')
    expect(store.freshAt(reached)?.name).toBe('Operator kedua')
  })

  it('lose nothing typed into the same cell: both values are there to decide on', async () => {
    const { store, server } = openInvented()
    other(server, reached, '4700')
    store.set(reached, '4600')
    await saved()
    expect(store.mark(reached)).toBe('stuck')
    expect(store.cell(reached)).toBe('4600')
    expect(store.stuck(reached)?.refusal).toMatchObject({
      result: 'conflict',
      theirs: { value: '4700', name: 'Operator kedua' },
    })
    store.resolve.mine(reached)
    await saved()
    expect(server.answers().counts?.kunjungan?.reached).toBe('4600')
    expect(store.mark(reached)).toBe('saved')
  })

  it('may take the stored value, or keep the own value beside it', async () => {
    const { store, server } = openInvented()
    other(server, reached, '4700')
    store.set(reached, '4600')
    await saved()
    store.resolve.aside(reached)
    expect(store.cell(reached)).toBe('4700')
    expect(store.stuck(reached)).toMatchObject({ value: '4600', refusal: { result: 'aside' } })
    store.resolve.theirs(reached)
    expect(store.mark(reached)).toBe('saved')
    expect(store.cell(reached)).toBe('4700')
  })

  it('never remove with a row an unread value that the other typed before the own last edit', async () => {
    const { store, server } = openInvented()
    const row = idOf(1)
    other(server, `/works/${row}/name`, 'Jembatan gantung')
    store.set(`/works/${row}/day`, '2026-05-01')
    await saved()
    store.removeRow({ table: 'works', row })
    await saved()
    expect(store.stuck(`/works/${row}`)?.refusal).toMatchObject({ result: 'conflict' })
    expect(server.answers().works?.[row]).toMatchObject({ name: 'Jembatan gantung', day: '2026-05-01' })
    mergeChanges(store, server.changes(1), 'post:me')
    store.resolve.mine(`/works/${row}`)
    await saved()
    expect(server.answers().works).not.toHaveProperty(row)
  })

  it('remove a row at once whose cells only they changed, whatever the other did elsewhere', async () => {
    const { store, server } = openInvented()
    const row = idOf(1)
    store.set(`/works/${row}/day`, '2026-05-01')
    await vi.advanceTimersByTimeAsync(100)
    other(server, reached, '4700')
    await saved()
    store.removeRow({ table: 'works', row })
    mergeChanges(store, server.changes(1), 'post:me')
    await saved()
    expect(server.answers().works).not.toHaveProperty(row)
  })

  it('never remove with a row they have just moved what the other typed into it before', async () => {
    const row = idOf(1)
    const { store, server } = openInvented({ line: badLine(new NoAnswerError('')) })
    other(server, `/works/${row}/name`, 'Jembatan gantung')
    store.moveRow({ table: 'works', row }, placeAt(store.cells, 'works', [idOf(1), idOf(2)], row, 1, null)!)
    await saved()
    store.removeRow({ table: 'works', row })
    await saved()
    expect(store.stuck(`/works/${row}`)?.refusal).toMatchObject({ result: 'conflict' })
    expect(server.answers().works?.[row]?.name).toBe('Jembatan gantung')
  })

  it('undo their own removal, never the other’s', async () => {
    const { store, server } = openInvented()
    const [row, pointer] = [idOf(1), `/works/${idOf(1)}`]
    server.save([{ changeId: newId(), op: 'remove', pointer, base: 1 }], 'post:other')
    store.removeRow({ table: 'works', row })
    mergeChanges(store, server.changes(1), 'post:me')
    store.undo()
    await saved()
    expect(store.cells.place({ table: 'works', row })).toBeNull()
    expect(server.answers().works).not.toHaveProperty(row)
  })

  it('restore a row they removed where the other has put it back meanwhile', async () => {
    const { store, server } = openInvented()
    const [row, pointer] = [idOf(1), `/works/${idOf(1)}`]
    const value = { parent: null, position: 'a5' }
    server.save([{ changeId: newId(), op: 'move', pointer, value, base: 1 }], 'post:other')
    store.removeRow({ table: 'works', row })
    mergeChanges(store, server.changes(1), 'post:me')
    store.undo()
    await saved()
    expect(store.cells.place({ table: 'works', row })).toEqual(value)
    expect(server.answers().works?.[row]?.$position).toBe('a5')
  })

  it('are told that a row was removed while they edit it, and can restore it', async () => {
    const { store, server } = openInvented()
    const at = `/works/${idOf(1)}/name`
    server.save([{ changeId: idOf(91), op: 'remove', pointer: `/works/${idOf(1)}`, base: 1 }], 'post:other')
    store.set(at, 'Jembatan gantung')
    await saved()
    expect(store.stuck(at)?.refusal).toMatchObject({ result: 'conflict', theirs: { value: 'removed' } })
    store.resolve.mine(at)
    await saved()
    expect(server.answers().works?.[idOf(1)]?.name).toBe('Jembatan gantung')
    expect(store.outbox.state()).toMatchObject({ waiting: 0, stuck: 0 })
  })
})

describe('a form that is closed meanwhile', () => {
  it('shows what is stored, and keeps what was typed apart with the reason', async () => {
    const { store, server } = openInvented()
    server.lockWith({ status: 'submitted', by: 'post:other' })
    store.set(reached, '4600')
    await saved()
    expect(store.cell(reached)).toBe('4512')
    expect(store.stuck(reached)).toMatchObject({ value: '4600', refusal: { result: 'locked', status: 'submitted' } })
  })

  it('keeps a row whose removal was refused, and moves it where the user had put it', async () => {
    const row = idOf(1)
    const { store, server } = openInvented({ line: badLine(new NoAnswerError('')) })
    store.moveRow({ table: 'works', row }, placeAt(store.cells, 'works', [idOf(1), idOf(2)], row, 1, null)!)
    store.removeRow({ table: 'works', row })
    await vi.advanceTimersByTimeAsync(200)
    const place = { parent: null, position: 'a7' }
    store.restoreRow({ table: 'works', row }, { place, branch: [] })
    server.lockWith({ status: 'submitted', by: 'post:other' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(store.stuck(`/works/${row}`)).toMatchObject({ op: 'add', refusal: { result: 'locked' } })
    server.lockWith({ status: 'returned' })
    store.resolve.again(`/works/${row}`)
    await saved()
    expect(store.mark(`/works/${row}`)).toBe('saved')
    expect(server.answers().works?.[row]?.$position).toBe('a7')
  })

  it('opens only what a partial return names', () => {
    const { store } = openInvented()
    store.setAccess({ open: true, anchors: ['/counts/kunjungan'] })
    expect(store.isWritable(reached)).toBe(true)
    expect(store.isWritable('/counts/kematian/target')).toBe(false)
    expect(store.isWritable('/parts/kematian.desa/met')).toBe(false)
    store.setAccess({ open: false, anchors: null })
    expect(store.isWritable(reached)).toBe(false)
  })
})

describe('a part assigned to a contributor', () => {
  const given = [{ anchors: ['/counts/kunjungan' as const], status: 'given', name: 'UPTD Karangan' }]
  it('is read-only for the office, and named among what blocks submitting', () => {
    const { store } = openInvented()
    store.setAccess({ open: true, anchors: null, given })
    store.evaluateNow()
    expect(store.isWritable(reached)).toBe(false)
    expect(store.isWritable('/counts/kematian/target')).toBe(true)
    const finding = { code: 'contribution-given', blocks: true, message: expect.stringContaining('UPTD Karangan') }
    expect(store.findingsAt('/counts/kunjungan')).toEqual(expect.arrayContaining([expect.objectContaining(finding)]))
    store.setAccess({ open: true, anchors: null, given: [] })
    store.evaluateNow()
    expect(store.evaluated().findings.filter(({ code }) => code === 'contribution-given')).toEqual([])
  })

  it('is all that its contributor sees, is notified of and can write', () => {
    const { store } = openInvented({ part: ['/counts/kunjungan'] })
    store.setAccess({ open: true, anchors: null, part: ['/counts/kunjungan'] })
    const blocks = store.sections().flatMap(section => section.blocks)
    expect(blocks.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(['kunjungan'])
    expect(store.isWritable(reached)).toBe(true)
    expect(store.isWritable('/counts/kematian/target')).toBe(false)
    const places = store.evaluated().findings.map(({ at }) => at.split('/')[2])
    expect(new Set([...places, 'kunjungan'])).toEqual(new Set(['kunjungan']))
    expect(Object.keys(store.evaluated().progress)).toEqual(store.sections().map(({ id }) => id))
  })
})

describe('an update of the reports a form reads', () => {
  const scopeWith = (then: string) => {
    const scope = inventedScope()
    const previous = scope.sources.previous!
    const counts = { ...previous.answers.counts, kunjungan: { target: '4800', reached: then } }
    return { ...scope, sources: { previous: { ...previous, answers: { counts } } } }
  }
  const own = (store: ReturnType<typeof openInvented>['store']) => {
    store.evaluateNow()
    return store.figuresOf('kunjungan')?.find(({ code }) => code === 'lkpj.own')?.value
  }

  it('is computed with while the form stays open, and nothing typed is lost', () => {
    const { store } = openInvented()
    store.set('/counts/kematian/reached', '7')
    expect(own(store)).toBe('1202')
    expect(store.takeForm(inventedForm(scopeWith('3000')))).toBe(true)
    expect(own(store)).toBe('1512')
    expect(store.cell('/counts/kematian/reached')).toBe('7')
    store.stop()
  })

  it('is refused where rows were added or removed: the form has to be reopened', () => {
    const { store } = openInvented()
    const before = store.sections()
    expect(store.takeForm(inventedForm({ ...inventedScope(), rows: ['kunjungan'] }))).toBe(false)
    expect(store.sections()).toBe(before)
    store.stop()
  })
})
