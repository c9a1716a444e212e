import { describe, expect, it } from 'vitest'
import { kind, submission, uuid } from '../../test/saving.ts'
import type { Anchor } from '../types/Pointer.ts'
import { overlapAt } from './overlapAt.ts'

const [goal, indicator] = [uuid(1), uuid(2)]
const s = submission()
s.one('add', `/goals/${goal}`, { parent: null, position: 'a0' })
s.one('add', `/indicators/${indicator}`, { parent: goal, position: 'a0' })
const tree = { view: s.view, kind }

describe('overlapping assignments', () => {
  it.each([
    ['the same row', ['/services/a'], ['/services/a'], 0],
    ['a row of a list that was given', ['/services/a'], ['/services'], 0],
    ['a list of which a row was given', ['/services'], ['/services/a'], 0],
    ['what hangs on a row that was given', [`/indicators/${indicator}`], [`/goals/${goal}`], 0],
    ['a row on which something given hangs', [`/goals/${goal}`], [`/indicators/${indicator}`], 0],
    ['the second of two', ['/services/b', '/services/a'], ['/services/a'], 1],
    ['a neighbour', ['/services/b'], ['/services/a'], -1],
    ['one whose name begins alike', ['/services/ab'], ['/services/a'], -1],
    ['anything, where nothing was given', ['/services/a'], [], -1],
  ] as [string, Anchor[], Anchor[], number][])('%s', (_, anchors, given, at) => {
    expect(overlapAt(tree, anchors, given)).toBe(at)
  })
})
