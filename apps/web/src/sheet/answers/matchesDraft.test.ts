import { expect, it } from 'vitest'
import { matchesDraft } from './matchesDraft.ts'

const written = (version: number, cells: Record<string, [value: string | null, rev: number]>) => {
  const of = <T>(pick: (cell: [string | null, number]) => T | null) => ({
    recipients: {
      gepeng: Object.fromEntries(
        Object.entries(cells).flatMap(([field, cell]) => (pick(cell) === null ? [] : [[field, pick(cell) as T]])),
      ),
    },
  })
  return { version, answers: of(([value]) => value), revs: of(([, rev]) => rev) }
}
const ahead = written(2, { due: ['40', 1], staff: ['3', 2] })

it.each([
  ['nothing was typed', written(2, { due: ['40', 1], staff: ['3', 2] }), true],
  ['something was typed beside', written(3, { due: ['40', 1], staff: ['3', 2], served: ['12', 3] }), true],
  ['a cell that was carried over was changed', written(3, { due: ['41', 3], staff: ['3', 2] }), true],
  ['a cell that was carried over was emptied', written(3, { due: [null, 3], staff: ['3', 2] }), true],
  ['another value was carried over', written(2, { due: ['45', 1], staff: ['3', 2] }), false],
  ['less was carried over', written(1, { due: ['40', 1] }), false],
  [
    'less was carried over, and something typed',
    written(3, { due: ['40', 1], served: ['1', 2], note: ['x', 3] }),
    false,
  ],
  ['more was carried over', written(3, { due: ['40', 1], staff: ['3', 2], mutu: ['7', 3] }), true],
])('%s', (_, made, alike) => expect(matchesDraft(ahead, made)).toBe(alike))
