import fc from 'fast-check'
import { type Mishap, mishaps } from './line.ts'
import { type MoveName, moves } from './reportClient.ts'

const decisions = ['mine', 'theirs', 'both'] as const
export type Decision = (typeof decisions)[number]

/** The next action, on one device or the other; numbers choose among what exists. */
export type Step = { on: 0 | 1 } & (
  | { do: 'type'; in: 'fixed' | 'list'; cell: number; as: 'value' | 'unread' | 'too-long'; still: boolean }
  | { do: 'clear'; in: 'fixed' | 'list'; cell: number }
  | { do: 'add'; list: number; named: boolean }
  | { do: 'move-row' | 'remove'; list: number; row: number }
  | { do: 'hang'; list: number; row: number }
  | { do: 'undo' | 'redo' | 'read' }
  | { do: 'decide'; which: number; as: Decision }
  | { do: 'line'; up: boolean }
  | { do: 'mishap'; what: Mishap }
  | { do: 'crash'; unopened: boolean; fresh: boolean }
  | { do: 'wait'; ms: number }
  | { do: 'life'; move: MoveName; part: number }
)

const where = { in: fc.constantFrom('fixed' as const, 'list' as const), cell: fc.nat(5) }
const one = <T extends string>(name: T) => fc.constant(name)
const what = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: one('type'),
      ...where,
      as: fc.oneof(
        { weight: 10, arbitrary: one('value') },
        { weight: 1, arbitrary: one('unread') },
        { weight: 1, arbitrary: one('too-long') },
      ),
      still: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: one('clear'), ...where }) },
  { weight: 3, arbitrary: fc.record({ do: one('add'), list: fc.nat(3), named: fc.boolean() }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('move-row' as const, 'remove' as const),
      list: fc.nat(3),
      row: fc.nat(4),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: one('hang'), list: fc.nat(3), row: fc.nat(4) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 5, arbitrary: fc.record({ do: one('read') }) },
  { weight: 3, arbitrary: fc.record({ do: one('decide'), which: fc.nat(3), as: fc.constantFrom(...decisions) }) },
  { weight: 5, arbitrary: fc.record({ do: one('line'), up: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ do: one('mishap'), what: fc.constantFrom(...mishaps) }) },
  { weight: 3, arbitrary: fc.record({ do: one('crash'), unopened: fc.boolean(), fresh: fc.boolean() }) },
  { weight: 8, arbitrary: fc.record({ do: one('wait'), ms: fc.constantFrom(5, 40, 200, 700, 3000) }) },
  { weight: 4, arbitrary: fc.record({ do: one('life'), move: fc.constantFrom(...moves), part: fc.nat(5) }) },
)

/** Random interleavings of two devices. */
export const steps = (most: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.tuple(fc.constantFrom(0 as const, 1 as const), what).map(([on, step]): Step => ({ on, ...step })),
    { minLength: 5, maxLength: most, size: 'max' },
  )
