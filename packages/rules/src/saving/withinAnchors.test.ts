import { describe, expect, it } from 'vitest'
import { kind, submission, uuid } from '../../test/saving.ts'
import type { Anchor } from '../types/Pointer.ts'
import { assemble } from './assemble.ts'
import { withinAnchors } from './withinAnchors.ts'

const [goal, indicator, problem] = [uuid(1), uuid(2), uuid(3)]

function shown(anchors: Anchor[]) {
  const s = submission()
  s.one('set', '/services/a/due', '10', 0)
  s.one('set', '/services/a/served', '9', 0)
  s.one('set', '/services/b/due', '20', 0)
  s.one('add', `/problems/${problem}`, { parent: 'a', position: 'a0' })
  s.one('set', `/problems/${problem}/problem`, 'Jarak', 0)
  s.one('add', `/goals/${goal}`, { parent: null, position: 'a0' })
  s.one('set', `/goals/${goal}/name`, 'Tujuan', 0)
  s.one('add', `/indicators/${indicator}`, { parent: goal, position: 'a0' })
  s.one('set', `/indicators/${indicator}/target`, '5', 0)
  return assemble(withinAnchors(s.view.records(), anchors, kind), kind)
}
const ofA = { [problem]: { $parent: 'a', $position: 'a0', problem: 'Jarak' } }
const ofGoal = { [indicator]: { $parent: goal, $position: 'a0', target: '5' } }

describe('a contributor', () => {
  it.each([
    ['a row', ['/services/a'], { services: { a: { due: '10', served: '9' } }, problems: ofA }],
    ['a cell', ['/services/a/due'], { services: { a: { due: '10' } } }],
    ['a list', ['/problems'], { problems: ofA }],
    ['a row in a list', [`/indicators/${indicator}`], { goals: { [goal]: { $position: 'a0' } }, indicators: ofGoal }],
    ['a goal', [`/goals/${goal}`], { goals: { [goal]: { $position: 'a0', name: 'Tujuan' } }, indicators: ofGoal }],
    ['nothing', [], {}],
  ] as [string, Anchor[], object][])('sees of %s what it opens', (_, anchors, expected) => {
    expect(shown(anchors)).toEqual(expected)
  })

  it('sees a row that was only added', () => {
    const s = submission()
    s.one('add', `/problems/${problem}`, { parent: 'a', position: 'a0' })
    const places = { problems: { [problem]: { $parent: 'a', $position: 'a0' } } }
    expect(assemble(withinAnchors(s.view.records(), ['/services/a'], kind), kind)).toEqual(places)
    expect(withinAnchors(s.view.records(), ['/services/b'], kind)).toEqual([])
  })

  it('sees all of the whole', () => {
    expect(Object.keys(shown([''])).toSorted()).toEqual(['goals', 'indicators', 'problems', 'services'])
  })
})
