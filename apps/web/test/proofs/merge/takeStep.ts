import type { Cell } from '@sepakat/rules'
import { segmentsOf } from '#sheet/answers/cells.ts'
import { fieldAt } from '#sheet/answers/fieldAt.ts'
import { placeAt, placeAtEnd } from '#sheet/answers/placement.ts'
import { noteFieldOf } from '#sheet/stuck/noteFieldOf.ts'
import type { Device } from './device.ts'
import { fieldsOfRow, fixedCells, isOpenAt, itemCells, listsOf } from './places.ts'
import type { Report } from './reportClient.ts'
import type { Decision, Step } from './steps.ts'

const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)]
/** Few of many, so that two users meet. */
const few = 6

/** A value of the cell's type, where there are enough of them one not typed before. */
function freshValue(device: Device, pointer: string, n: number): Cell {
  const { table, field = '' } = segmentsOf(pointer)
  const at = fieldAt(device.store().form.kind, table, field)
  if (at?.type === 'boolean') return n % 2 === 0
  if (at?.type === 'choice') return pick(at.options, n)!.id
  return at?.type === 'number' ? String(1000 + n) : `ke-${n}`
}
/** Whether its cell is text, and not chosen. */
function isTyped(device: Device, pointer: string): boolean {
  const { table, field = '' } = segmentsOf(pointer)
  return !['boolean', 'choice'].includes(fieldAt(device.store().form.kind, table, field)?.type ?? '')
}

/** What the user of a device does. `n`: the number of the step. */
export function takeStep(device: Device, step: Step, n: number): void {
  const store = device.store()
  if (step.do === 'type' || step.do === 'clear') {
    const cells = step.in === 'fixed' ? fixedCells(store).slice(0, few) : itemCells(store)
    const at = pick(cells, step.cell)
    if (at === undefined || !isOpenAt(store, at)) return
    device.act(() => {
      if (step.do === 'clear') store.set(at, null)
      else {
        const odd = step.as === 'unread' ? { asTyped: `${n},5x` } : 'x'.repeat(20_001)
        const plain = step.as === 'value' || !isTyped(device, at)
        store.set(at, plain ? freshValue(device, at, n) : odd, { typing: step.still })
        if (!step.still) store.settle(at)
      }
    })
  } else if (step.do === 'add') {
    const list = pick(listsOf(store), step.list)
    if (list === undefined || !isOpenAt(store, `/${list.table}/${list.item.id}`)) return
    const ids = list.rows.map(({ id }) => id)
    const name = store.form.kind.tables[list.table]?.named
    const values = step.named && name ? { [name]: freshValue(device, `/${list.table}/x/${name}`, n) } : {}
    device.act(() => store.addRow(list.table, placeAtEnd(store.cells, list.table, ids, list.under), values))
  } else if (step.do === 'move-row' || step.do === 'remove') {
    const list = pick(
      listsOf(store).filter(({ rows }) => rows.length > 0),
      step.list,
    )
    const row = pick(list?.rows ?? [], step.row)
    if (!list || !row || !isOpenAt(store, `/${list.table}/${row.id}`)) return
    const ids = list.rows.map(({ id }) => id)
    const ref = { table: list.table, row: row.id }
    const place = placeAt(store.cells, list.table, ids, row.id, n % ids.length, list.under)
    if (step.do === 'remove') device.act(() => store.removeRow(ref))
    else if (place) device.act(() => store.moveRow(ref, place))
  } else if (step.do === 'undo') device.act(() => store.undo())
  else if (step.do === 'redo') device.act(() => store.redo())
  else if (step.do === 'decide') {
    const at = pick(store.stuckPointers(), step.which)
    if (at !== undefined) decide(device, at, step.as)
  }
}

/** As the note beside a stuck change does it. */
export function decide(device: Device, at: string, as: Decision): void {
  const store = device.store()
  const { table, row, field } = segmentsOf(at)
  const stuck = store.stuck(at)
  if (!stuck) return
  const { refusal, value } = stuck
  const isCell = field !== undefined && refusal.result === 'conflict' && refusal.theirs.value !== 'removed'
  device.act(() => {
    if (refusal.result === 'bad-shape' || as === 'theirs') return store.resolve.theirs(at)
    if (as === 'mine' || !isCell) return store.resolve.mine(at)
    const into = noteFieldOf(store.form.kind, fieldsOfRow(store, table, row), table, field)
    if (!into) return store.resolve.aside(at)
    store.set(`/${table}/${row}/${into}`, `Isian lain: ${JSON.stringify(value)}`)
    store.settle(`/${table}/${row}/${into}`)
    store.resolve.theirs(at)
  }, true)
}

/** The row of a workflow step or a note. */
export function rowAt(device: Device, n: number): { table: string; row: string } | null {
  const cells = [...fixedCells(device.store()), ...itemCells(device.store())]
  const at = pick(cells, n)
  return at === undefined ? null : segmentsOf(at)
}

/** Attaches a note and a file to a row that users added. */
export async function hangOn(report: Report, device: Device, step: Step & { do: 'hang' }, on: 0 | 1): Promise<void> {
  const list = pick(
    listsOf(device.store()).filter(({ rows }) => rows.length > 0),
    step.list,
  )
  const row = pick(list?.rows ?? [], step.row)
  if (list && row) await report.hang(`/${list.table}/${row.id}`, on)
}
