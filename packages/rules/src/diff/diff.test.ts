import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers, Cell } from '../types/Answers.ts'
import { type Difference, diff } from './diff.ts'

/** Applies the differences to `before`, without empty rows and tables. */
function applyDiff(before: Answers, differences: Difference[]): Answers {
  const answers = structuredClone(before)
  for (const { at, change, to } of differences) {
    const [, table = '', row = '', field = ''] = at.split('/')
    const rows = answers[table] ?? {}
    answers[table] = rows
    if (change === 'added') rows[row] = structuredClone(to)
    else if (change === 'removed') delete rows[row]
    else {
      const cells = rows[row] ?? {}
      rows[row] = cells
      if (change === 'moved') {
        delete cells.$parent
        Object.assign(cells, to.parent === null ? {} : { $parent: to.parent }, { $position: to.position })
      } else if (to === null) delete cells[field]
      else cells[field] = to
    }
  }
  return clean(answers)
}

const clean = (answers: Answers): Answers => {
  const filled = <T extends object>(entries: [string, T][]) =>
    entries.filter(([, value]) => Object.keys(value).length > 0)
  const rows = Object.entries(answers).map(([t, r]): [string, Answers[string]] => [
    t,
    Object.fromEntries(filled(Object.entries(r))),
  ])
  return Object.fromEntries(filled(rows))
}

const cell = fc.oneof(
  fc.constantFrom<Cell>('1', '2', 'x', true, false),
  fc.record({ asTyped: fc.constantFrom('1,', '2,') }),
)
const name = (...names: string[]) => fc.constantFrom(...names)
const plain = fc.dictionary(name('due', 'served', 'state'), cell)
const item = fc
  .tuple(plain, fc.constantFrom('a0', 'a1'), fc.option(name('p', 'q'), { nil: undefined }))
  .map(([cells, $position, $parent]) => ({ ...cells, $position, ...($parent && { $parent }) }))
const answers: fc.Arbitrary<Answers> = fc
  .record({
    services: fc.dictionary(name('a', 'b', 'c'), plain),
    problems: fc.dictionary(name('i', 'j', 'k'), fc.oneof(item, plain)),
  })
  .map(clean)

describe('a diff', () => {
  it('applied to the old answers gives the new ones', () => {
    fc.assert(
      fc.property(answers, answers, (before, after) => {
        expect(applyDiff(before, diff(before, after))).toEqual(after)
      }),
      { numRuns: 1000 },
    )
  })

  it('of equal answers is empty, and of any others is not', () => {
    fc.assert(
      fc.property(answers, answers, (before, after) => {
        expect(diff(before, structuredClone(before))).toEqual([])
        const same = JSON.stringify(diff(before, after)) === '[]'
        expect(same).toBe(diff(after, before).length === 0)
      }),
    )
  })

  it('is inverted backwards', () => {
    const contrary = { added: 'removed', removed: 'added', changed: 'changed', moved: 'moved' }
    const sorted = (list: unknown[]) => list.map(entry => JSON.stringify(entry)).sort()
    fc.assert(
      fc.property(answers, answers, (before, after) => {
        const turned = diff(after, before).map(({ at, change, from, to }) => ({
          at,
          change: contrary[change],
          from: to,
          to: from,
        }))
        expect(sorted(turned)).toEqual(sorted(diff(before, after)))
      }),
    )
  })

  it('lists cells, added, removed and moved rows, in the order of the kind', () => {
    const before: Answers = {
      services: { a: { due: '1', served: { asTyped: '1,' } } },
      problems: { i: { $parent: 'a', $position: 'a0', problem: 'Jarak' }, j: { $parent: 'a', $position: 'a1' } },
    }
    const after: Answers = {
      services: { a: { due: '2' } },
      problems: { j: { $parent: 'b', $position: 'a1' }, k: { $parent: 'a', $position: 'a0', problem: 'Tenaga' } },
    }
    expect(diff(before, after, { tables: { problems: 0, services: 0 } })).toEqual([
      { at: '/problems/i', change: 'removed', from: before.problems?.i, to: null },
      {
        at: '/problems/j',
        change: 'moved',
        from: { parent: 'a', position: 'a1' },
        to: { parent: 'b', position: 'a1' },
      },
      { at: '/problems/k', change: 'added', from: null, to: after.problems?.k },
      { at: '/services/a/due', change: 'changed', from: '1', to: '2' },
      { at: '/services/a/served', change: 'changed', from: { asTyped: '1,' }, to: null },
    ])
  })
})
