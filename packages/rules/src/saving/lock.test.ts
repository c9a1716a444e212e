import { describe, expect, it } from 'vitest'
import { change, openLock, submission, uuid } from '../../test/saving.ts'
import type { Anchor } from '../types/Pointer.ts'
import { statuses } from '../workflow/statuses.ts'
import type { Capacity, Lock } from './lock.ts'

const [goal, indicator, problem] = [uuid(1), uuid(2), uuid(3)]
const knownRows = new Map([
  ['/services/a', { parent: null, fields: new Set(['due', 'served']) }],
  ['/services/b', { parent: null, fields: new Set(['due', 'served']) }],
  ['/quality/a.x', { parent: 'a', fields: new Set(['met']) }],
] as const)

/** A submission with a goal, an indicator and a problem, then under this lock. */
function under(lock: Partial<Lock>) {
  const s = submission({ knownRows })
  s.one('add', `/goals/${goal}`, { parent: null, position: 'a0' })
  s.one('add', `/indicators/${indicator}`, { parent: goal, position: 'a0' })
  s.one('add', `/problems/${problem}`, { parent: 'a', position: 'a0' })
  return (sent: ReturnType<typeof change>) => s.save([sent], 'post:b', { lock: { ...openLock, ...lock } })[0]
}

describe('a status', () => {
  const expected: Record<string, [office: string, evaluator: string]> = {
    draft: ['applied', 'locked'],
    signing: ['locked', 'locked'],
    submitted: ['locked', 'locked'],
    'in-review': ['locked', 'applied'],
    'second-review': ['locked', 'applied'],
    returned: ['applied', 'locked'],
    approved: ['locked', 'locked'],
  }
  it.each(statuses)('%s opens the cells of the office or those of the evaluator', status => {
    const [office, evaluator] = expected[status] ?? []
    expect(under({ status })(change('set', '/services/a/due', '1', 0))?.result).toBe(office)
    const grade = change('set', `/grades/${indicator}/grade`, 'A', 0)
    expect(under({ status, capacity: { as: 'evaluator', claimed: true } })(grade)?.result).toBe(evaluator)
  })

  it('says since when and by whom', () => {
    const lock = { status: 'in-review', since: '2026-10-05T02:00:00Z', by: 'post:v' } as const
    expect(under(lock)(change('set', '/services/a/due', '1', 0))).toMatchObject({
      result: 'locked',
      why: 'status',
      ...lock,
    })
  })

  it('is checked before the current value: a closed cell reveals nothing', () => {
    const s = submission({ knownRows })
    s.one('set', '/services/a/due', '1', 0)
    const same = change('set', '/services/a/due', '1', 0)
    expect(s.save([same], 'post:b', { lock: { ...openLock, status: 'approved' } })[0]?.result).toBe('locked')
  })
})

describe('a writer', () => {
  it('keeps to his or her own cells', () => {
    const review = { status: 'in-review' } as const
    const evaluator: Capacity = { as: 'evaluator', claimed: true }
    expect(under({})(change('set', `/grades/${indicator}/grade`, 'A', 0))).toMatchObject({ why: 'writer' })
    expect(under({ capacity: evaluator, ...review })(change('set', '/services/a/due', '1', 0))).toMatchObject({
      why: 'writer',
    })
    expect(under({ capacity: evaluator, ...review })(change('remove', `/goals/${goal}`, 9))).toMatchObject({
      why: 'writer',
    })
  })
})

describe('a claim', () => {
  it('opens the cells of the evaluator to who holds it', () => {
    const grade = change('set', `/grades/${indicator}/grade`, 'A', 0)
    const other: Capacity = { as: 'evaluator', claimed: false }
    const lock = { status: 'in-review', since: '2026-10-05T02:00:00Z', by: 'post:v' } as const
    expect(under({ ...lock, capacity: other })(grade)).toMatchObject({ result: 'locked', why: 'claim', by: 'post:v' })
  })
})

describe('a closed period', () => {
  it('locks since the instant it closed', () => {
    const closedAt = '2026-10-31T15:59:59Z'
    expect(under({ closedAt })(change('set', '/services/a/due', '1', 0))).toMatchObject({
      result: 'locked',
      why: 'period',
      since: closedAt,
      by: null,
    })
  })
})

describe('anchors', () => {
  const place = { parent: 'a', position: 'a5' }
  const cases: [Anchor[], ReturnType<typeof change>, boolean][] = [
    [[''], change('set', '/services/a/due', '1', 0), true],
    [['/services'], change('set', '/services/a/due', '1', 0), true],
    [['/services/a'], change('set', '/services/a/due', '1', 0), true],
    [['/services/a'], change('set', '/services/b/due', '1', 0), false],
    [['/services/a/due'], change('set', '/services/a/due', '1', 0), true],
    [['/services/a/due'], change('set', '/services/a/served', '1', 0), false],
    [['/services/a/due'], change('set', '/services/a/why-served-fell', 'x', 0), true],
    [['/services/b/due'], change('set', '/services/a/why-served-fell', 'x', 0), false],
    [['/services/a/due'], change('set', '/services/a/state', 'nil', 0), false],
    [['/services/a'], change('set', '/quality/a.x/met', '1', 0), true],
    [['/services/b'], change('set', '/quality/a.x/met', '1', 0), false],
    [['/services/a'], change('set', '/stages/a/done', true, 0), true],
    [['/services/a'], change('set', '/problems/a/state', 'nil', 0), true],
    [['/services/a'], change('set', `/problems/${problem}/problem`, 'x', 0), true],
    [['/services/b'], change('set', `/problems/${problem}/problem`, 'x', 0), false],
    [['/services/a'], change('add', `/problems/${uuid(7)}`, place), true],
    [['/services/b'], change('add', `/problems/${uuid(7)}`, place), false],
    [['/problems'], change('add', `/problems/${uuid(7)}`, place), true],
    [['/services/a'], change('remove', `/problems/${problem}`, 9), true],
    [[`/problems/${problem}/problem`], change('remove', `/problems/${problem}`, 9), false],
    [['/services/a'], change('move', `/problems/${problem}`, { parent: 'b', position: 'a0' }, 3), false],
    [['/services/b'], change('move', `/problems/${problem}`, { parent: 'b', position: 'a0' }, 3), false],
    [['/services/a', '/services/b'], change('move', `/problems/${problem}`, { parent: 'b', position: 'a0' }, 3), true],
    [[`/goals/${goal}`], change('set', `/indicators/${indicator}/target`, '1', 0), true],
    [[], change('set', '/services/a/due', '1', 0), false],
  ]
  const rows = cases.map(([anchors, sent, open]) => ({ anchors, sent, open, op: sent.op, pointer: sent.pointer }))

  it.each(rows)('$anchors: $op $pointer is open to a contributor: $open', ({ anchors, sent, open }) => {
    const result = under({ capacity: { as: 'contributor', anchors } })(sent)
    expect(result).toMatchObject(open ? { result: 'applied' } : { result: 'locked', why: 'contribution' })
  })

  it.each(rows)('$anchors: $op $pointer is open after a partial return: $open', ({ anchors, sent, open }) => {
    const result = under({ status: 'returned', openAnchors: anchors })(sent)
    expect(result).toMatchObject(open ? { result: 'applied' } : { result: 'locked', why: 'status' })
  })
})

describe('parts assigned to others', () => {
  const withoutThose = (given: Anchor[]) => under({ capacity: { as: 'office', given } })
  const move = change('move', `/problems/${problem}`, { parent: 'b', position: 'a0' }, 3)
  it.each([
    ['a row', ['/services/a'], change('set', '/services/a/due', '1', 0)],
    ['what hangs on it', ['/services/a'], change('set', '/quality/a.x/met', '1', 0)],
    ['a row added to it', ['/services/a'], change('add', `/problems/${uuid(7)}`, { parent: 'a', position: 'a5' })],
    ['a row moved into it', ['/services/b'], move],
    ['a row moved out of it', ['/services/a'], move],
    ['a list', ['/problems'], change('remove', `/problems/${problem}`, 9)],
    ['the goal above it', [`/indicators/${indicator}`], change('remove', `/goals/${goal}`, 9)],
  ] as [string, Anchor[], ReturnType<typeof change>][])('is closed to the office: %s', (_, given, sent) => {
    expect(withoutThose(given)(sent)).toMatchObject({ result: 'locked', why: 'contribution' })
  })
  it.each([
    ['another row', ['/services/a'], change('set', '/services/b/due', '1', 0)],
    ['the words above it', [`/indicators/${indicator}`], change('set', `/goals/${goal}/name`, 'x', 0)],
    ['everything, where nothing is given', [], change('set', '/services/a/due', '1', 0)],
  ] as [string, Anchor[], ReturnType<typeof change>][])('leaves open %s', (_, given, sent) => {
    expect(withoutThose(given)(sent)).toMatchObject({ result: 'applied' })
  })
})
