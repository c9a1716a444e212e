// Two devices that write one submission and see the server late: what they may send, and the invariants.
import fc from 'fast-check'
import type { SentChange } from '../src/saving/change.ts'
import { newestRev } from '../src/saving/judgeRemove.ts'
import { memoryView, revOf, type View } from '../src/saving/stored.ts'
import type { Answers, Cell } from '../src/types/Answers.ts'
import type { Place } from '../src/types/Change.ts'
import type { Pointer, RowPointer } from '../src/types/Pointer.ts'
import { change, kind, submission, uuid } from './saving.ts'

const goals = [uuid(1), uuid(2)]
const objectives = [uuid(3), uuid(4)]
const indicators = [uuid(5), uuid(6)]
const tasks = [uuid(7), uuid(8), uuid(9)]
const pick = <T>(...values: T[]) => fc.constantFrom(...values)

export const cells = fc.oneof(
  fc.tuple(
    pick<Pointer>('/services/a/due', '/services/a/served', '/services/b/due'),
    pick<Cell>('1', '2', { asTyped: '1,' }),
  ),
  fc.tuple(pick<Pointer>('/stages/a/done'), pick<Cell>(true, false)),
  fc.tuple(
    fc.tuple(pick(...goals), pick('name')).map(([row, field]): Pointer => `/goals/${row}/${field}`),
    pick<Cell>('x', 'y'),
  ),
  fc.tuple(
    pick(...indicators).map((row): Pointer => `/indicators/${row}/target`),
    pick<Cell>('1', 'AA'),
  ),
  fc.tuple(
    pick(...goals, ...objectives).map((row): Pointer => `/indicators/${row}/state`),
    pick<Cell>('nil'),
  ),
)
const position = pick('a0', 'a1', 'Zz')
const places = fc.oneof(
  fc.record({
    row: pick(...tasks).map((row): RowPointer => `/tasks/${row}`),
    parent: pick(...goals, ...tasks),
    position,
  }),
  fc.record({ row: pick(...goals).map((row): RowPointer => `/goals/${row}`), parent: fc.constant(null), position }),
  fc.record({
    row: pick(...objectives).map((row): RowPointer => `/objectives/${row}`),
    parent: pick(...goals),
    position,
  }),
  fc.record({
    row: pick(...indicators).map((row): RowPointer => `/indicators/${row}`),
    parent: pick(...goals, ...objectives),
    position,
  }),
)
export const wish = fc.oneof(
  { weight: 4, arbitrary: cells.map(([pointer, value]) => ({ op: 'set' as const, pointer, value })) },
  { weight: 1, arbitrary: cells.map(([pointer]) => ({ op: 'clear' as const, pointer })) },
  {
    weight: 4,
    arbitrary: places.map(({ row, parent, position }) => ({
      op: 'add' as const,
      pointer: row,
      value: { parent, position },
    })),
  },
  {
    weight: 1,
    arbitrary: places.map(({ row, parent, position }) => ({
      op: 'move' as const,
      pointer: row,
      value: { parent, position },
    })),
  },
  { weight: 1, arbitrary: places.map(({ row }) => ({ op: 'remove' as const, pointer: row })) },
)
/** Two devices act; before acting, a device may fetch what the server has. */
export const interleaving = fc.array(fc.record({ device: pick(0, 1), pull: fc.boolean(), wish }), { maxLength: 60 })

const partsOf = (pointer: string) => pointer.slice(1).split('/') as [string, string, string?]

/** The base a device gives that has seen this. */
export function baseOf(seen: View, { op, pointer }: Pick<SentChange, 'op' | 'pointer'>): number {
  const [table, row, field] = partsOf(pointer)
  const stored = seen.row(table, row)
  if (field) return revOf(stored, field)
  if (op === 'remove') return newestRev({ view: seen, kind }, { table, row })
  return revOf(stored, op === 'move' ? '$position' : '$removed')
}

export type Run = ReturnType<typeof submission> & { sent: SentChange[] }

export function run(steps: typeof interleaving extends fc.Arbitrary<infer T> ? T : never): Run {
  const s = submission()
  const seen = [memoryView(), memoryView()]
  const sent = steps.map(({ device, pull, wish: wanted }) => {
    if (pull) seen[device] = memoryView(s.view.records())
    const made = {
      ...wanted,
      changeId: change('clear', '/services/a/due').changeId,
      base: baseOf(seen[device] ?? s.view, wanted),
    }
    s.save([made], device === 0 ? 'post:a' : 'post:b')
    return made
  })
  return { ...s, sent }
}

interface Told {
  place?: Place
  gone?: boolean
  cells: Map<string, Cell>
}

/** The history replayed without a judge: the resulting answers. */
export function retold({ history }: Run): Answers {
  const rows = new Map<string, Told>()
  for (const { table, row, field, op, to } of history) {
    const at: Told = rows.get(`${table}/${row}`) ?? { cells: new Map() }
    rows.set(`${table}/${row}`, at)
    if (op === 'add' || op === 'move') Object.assign(at, { place: to, gone: false })
    else if (op === 'remove') at.gone = true
    else if (op === 'set' && field) at.cells.set(field, to as Cell)
    else if (field) at.cells.delete(field)
  }
  const above: Record<string, string[]> = {
    objectives: ['goals'],
    indicators: ['objectives', 'goals'],
    stages: ['services'],
    tasks: ['goals', 'tasks'],
    goals: [],
    services: [],
  }
  const isGone = (table: string, row: string): boolean => {
    const at = rows.get(`${table}/${row}`)
    if (at?.gone) return true
    const parent = at?.place ? at.place.parent : row
    return (above[table] ?? []).some(of => parent !== null && rows.has(`${of}/${parent}`) && isGone(of, parent))
  }
  const answers: Answers = {}
  for (const [key, { place, cells: own }] of rows) {
    const [table = '', row = ''] = key.split('/')
    if (isGone(table, row) || (!place && own.size === 0)) continue
    const placed = place && { ...(place.parent && { $parent: place.parent }), $position: place.position }
    answers[table] = { ...answers[table], [row]: { ...placed, ...Object.fromEntries(own) } }
  }
  return answers
}
