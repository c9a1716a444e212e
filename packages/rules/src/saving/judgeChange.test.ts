import { describe, expect, it } from 'vitest'
import { change, kind, openLock, submission, uuid } from '../../test/saving.ts'
import { assemble, assembleRemoved } from './assemble.ts'

const [goal, objective, indicator, problem] = [uuid(1), uuid(2), uuid(3), uuid(4)]
const bad = (code: string) => expect.objectContaining({ result: 'bad-shape', code })
const conflict = (theirs: object) =>
  expect.objectContaining({ result: 'conflict', theirs: expect.objectContaining(theirs) })
const done = (result: 'applied' | 'already', rev: number) => expect.objectContaining({ result, rev })

describe('a cell', () => {
  it('is set, exists already, and conflicts for a sender who had not seen it', () => {
    const s = submission()
    expect(s.one('set', '/services/a/due', '12', 0)).toEqual(done('applied', 1))
    expect(s.one('set', '/services/a/due', '12', 0)).toEqual(done('already', 1))
    expect(s.one('set', '/services/a/due', '13', 0)).toMatchObject({
      result: 'conflict',
      yours: '13',
      theirs: { pointer: '/services/a/due', value: '12', rev: 1, by: 'post:a', at: '2026-10-01T00:00:00Z' },
    })
    expect(s.one('set', '/services/a/due', '13', 1)).toEqual(done('applied', 2))
    expect(s.version()).toBe(2)
  })

  it('is emptied by clear alone, and keeps its rev', () => {
    const s = submission()
    expect(s.one('clear', '/services/a/due', 0)).toEqual(done('already', 0))
    s.one('set', '/services/a/due', '12', 0)
    expect(s.one('clear', '/services/a/due', 0)).toMatchObject({
      result: 'conflict',
      yours: null,
      theirs: { value: '12' },
    })
    expect(s.one('clear', '/services/a/due', 1)).toEqual(done('applied', 2))
    expect(s.one('set', '/services/a/due', '5', 0)).toEqual(conflict({ value: null, rev: 2 }))
    expect(s.one('set', '/services/a/due', '', 2)).toEqual(bad('wrong-type'))
    expect(assemble(s.view.records(), kind)).toEqual({})
  })

  it('conflicts with a base that was never issued', () => {
    expect(submission().one('set', '/services/a/due', '12', 7)).toEqual(conflict({ value: null, rev: 0, by: 'system' }))
  })

  it('conflicts for a sender who saw another value under the same base', () => {
    const s = submission()
    s.one('set', '/services/a/due', '45', 0)
    const typed = { ...change('set', '/services/a/due', '41', 1), seen: '40' }
    expect(s.save([typed])).toEqual([conflict({ value: '45', rev: 1 })])
    expect(s.save([{ ...change('clear', '/services/a/due', 1), seen: '40' }])).toEqual([conflict({ value: '45' })])
    expect(s.save([{ ...typed, seen: { asTyped: '45' } }])).toEqual([conflict({ value: '45' })])
    expect(s.save([{ ...typed, seen: '45' }])).toEqual([done('applied', 2)])
  })

  it('without a base counts as never seen', () => {
    const s = submission()
    s.one('set', '/services/a/due', '12')
    expect(s.one('set', '/services/a/due', '13')).toEqual(conflict({ value: '12', rev: 1 }))
  })

  it.each([
    ['/services/a/due', '1.50'],
    ['/services/a/due', '-0'],
    ['/services/a/due', '1e3'],
    ['/services/a/due', 12],
    ['/services/a/due', null],
    ['/services/a/due', true],
    ['/services/a/due', { asTyped: '' }],
    ['/services/a/due', { asTyped: 'x'.repeat(201) }],
    ['/services/a/due', { asTyped: 'x', more: 1 }],
    ['/services/a/due', ['12']],
    ['/services/a/remark', 'x'.repeat(21)],
    ['/services/a/remark', 'nul\0'],
    ['/services/a/remark', 'lone \ud800'],
    ['/services/a/state', 'notApplicable'],
    ['/services/a/state', 'constructor'],
    ['/stages/a/done', 'true'],
  ] as const)('%s refuses %j', (pointer, value) => {
    expect(submission().one('set', pointer, value, 0)).toEqual(bad('wrong-type'))
  })

  it.each([
    ['/services/a/due', '-0.5'],
    ['/services/a/due', { asTyped: '12,5x' }],
    ['/services/a/remark', 'baik 👍'],
    ['/services/a/state', 'nil'],
    ['/services/a/state', { asTyped: 'nihil' }],
    ['/services/a/reason', 'Tidak ada bencana'],
    ['/services/a/publisher', 'BPS'],
    ['/services/a/expected', 'Maret 2027'],
    ['/services/a/why-served-fell', 'Pindah domisili'],
    ['/stages/a/done', false],
    ['/problems/a/state', 'nil'],
    ['/goals/all/state', 'nil'],
    ['/goals/all/reason', 'Belum ditetapkan'],
  ] as const)('%s takes %j', (pointer, value) => {
    expect(submission().one('set', pointer, value, 0)).toEqual(done('applied', 1))
  })

  it.each([
    '/services/a/other',
    '/services/a/$position',
    '/services/a/constructor',
    '/services/constructor/due',
    '/constructor/a/due',
    '/__proto__/a/due',
    '/services/__proto__/due',
    '/services/A/due',
    '/services/a',
    '/services/a/due/0',
    '/services//due',
    'services/a/due',
    '/other/a/due',
    '/services/a/why-not-read',
    '/services/a/why-unknown',
    '/stages/a/state',
    '/goals/b/state',
    '/goals/all/name',
    '/problems/a/problem',
    '/services/a/valueOf',
  ])('%s is no address of this form', pointer => {
    const s = submission()
    const sent = { changeId: uuid(9), op: 'set' as const, pointer, value: 'x', base: 0 }
    expect(s.save([sent])).toEqual([bad('unknown-pointer')])
    expect(s.view.records()).toEqual([])
  })

  it('of indicators is of its type', () => {
    const s = submission()
    s.one('add', `/goals/${goal}`, { parent: null, position: 'a0' })
    s.one('add', `/indicators/${indicator}`, { parent: goal, position: 'a0' })
    const set = (field: string, value: string) => s.one('set', `/indicators/${indicator}/${field}`, value, 0)
    expect(set('target', 'A +')).toEqual(done('applied', 3))
    expect(set('kind', 'mean')).toEqual(bad('wrong-type'))
    expect(set('kind', 'sum')).toEqual(done('applied', 4))
    expect(set('since', '2026-02-30')).toEqual(bad('wrong-type'))
    expect(set('since', '2026-02-28')).toEqual(done('applied', 5))
    expect(set('owner', 'not an id')).toEqual(bad('wrong-type'))
    expect(set('owner', 'a')).toEqual(done('applied', 6))
    expect(set('state', 'nil')).toEqual(bad('wrong-type'))
    expect(set('state', 'notApplicable')).toEqual(done('applied', 7))
  })
})

describe('the rows the form has', () => {
  const knownRows = new Map([
    ['/services/a', { parent: null, fields: new Set(['due']) }],
    ['/quality/a.x', { parent: 'a', fields: new Set(['met']) }],
  ] as const)
  const s = submission({ knownRows })

  it.each([
    ['/services/a/due', 'applied'],
    ['/services/a/state', 'bad-shape'],
    ['/services/b/due', 'bad-shape'],
    ['/services/a/served', 'bad-shape'],
    ['/quality/a.x/met', 'applied'],
    ['/problems/b/state', 'bad-shape'],
  ] as const)('set %s is %s', (pointer, result) => {
    expect(s.one('set', pointer, '1', 0)).toMatchObject({ result })
  })

  it('take lists under them only', () => {
    expect(s.one('add', `/problems/${uuid(20)}`, { parent: 'b', position: 'a0' })).toEqual(bad('no-parent'))
    expect(s.one('add', `/problems/${uuid(20)}`, { parent: 'a', position: 'a0' })).toMatchObject({ result: 'applied' })
  })
})

describe('a row', () => {
  it('is added once; a cell of one never added has no address', () => {
    const s = submission()
    expect(s.one('set', `/goals/${goal}/name`, 'x', 0)).toEqual(bad('unknown-pointer'))
    expect(s.one('add', `/goals/${goal}`, { parent: null, position: 'a0' })).toEqual(done('applied', 1))
    expect(s.one('add', `/goals/${goal}`, { parent: null, position: 'a0' })).toEqual(done('already', 1))
    expect(s.one('add', `/goals/${goal}`, { parent: null, position: 'a1' })).toEqual(
      conflict({ pointer: `/goals/${goal}`, value: { parent: null, position: 'a0' }, rev: 1 }),
    )
    expect(s.one('set', `/goals/${goal}/name`, 'Tujuan', 0)).toEqual(done('applied', 2))
    expect(assemble(s.view.records(), kind)).toEqual({ goals: { [goal]: { $position: 'a0', name: 'Tujuan' } } })
  })

  it.each([
    ['/goals/plain-slug', { parent: null, position: 'a0' }, 'unknown-pointer'],
    [`/services/${uuid(30)}`, { parent: null, position: 'a0' }, 'unknown-pointer'],
    [`/goals/${uuid(30)}`, { parent: 'a', position: 'a0' }, 'no-parent'],
    [`/problems/${uuid(30)}`, { parent: null, position: 'a0' }, 'no-parent'],
    [`/objectives/${uuid(30)}`, { parent: uuid(31), position: 'a0' }, 'no-parent'],
    [`/goals/${uuid(30)}`, { parent: null, position: '' }, 'wrong-type'],
    [`/goals/${uuid(30)}`, { parent: null, position: 'a00' }, 'wrong-type'],
    [`/goals/${uuid(30)}`, { parent: null, position: `a0${'V'.repeat(200)}` }, 'wrong-type'],
    [`/problems/${uuid(30)}`, { parent: '__proto__', position: 'a0' }, 'wrong-type'],
    [`/problems/${uuid(30)}`, { parent: 'constructor', position: 'a0' }, 'wrong-type'],
  ] as const)('%s at %j is %s', (pointer, place, code) => {
    expect(submission().one('add', pointer, place)).toEqual(bad(code))
  })

  it('has an id that no other list uses', () => {
    const s = submission()
    s.one('add', `/goals/${goal}`, { parent: null, position: 'a0' })
    expect(s.one('add', `/problems/${goal}`, { parent: 'a', position: 'a0' })).toEqual(bad('unknown-pointer'))
  })

  it('moves with its descendants', () => {
    const s = submission()
    const other = uuid(5)
    s.one('add', `/goals/${goal}`, { parent: null, position: 'a0' })
    s.one('add', `/goals/${other}`, { parent: null, position: 'a1' })
    s.one('add', `/objectives/${objective}`, { parent: goal, position: 'a0' })
    expect(s.one('move', `/objectives/${objective}`, { parent: other, position: 'a0' }, 2)).toEqual(
      conflict({ pointer: `/objectives/${objective}`, value: { parent: goal, position: 'a0' }, rev: 3 }),
    )
    expect(s.one('move', `/objectives/${objective}`, { parent: other, position: 'a0' }, 3)).toEqual(done('applied', 4))
    expect(s.one('move', `/objectives/${objective}`, { parent: other, position: 'a0' }, 3)).toEqual(done('already', 4))
    expect(s.one('move', `/objectives/${objective}`, { parent: uuid(6), position: 'a0' }, 4)).toEqual(bad('no-parent'))
    expect(s.one('move', `/objectives/${uuid(7)}`, { parent: goal, position: 'a0' }, 0)).toEqual(bad('unknown-pointer'))
    expect(s.history.at(-1)).toMatchObject({
      op: 'move',
      field: null,
      from: { parent: goal, position: 'a0' },
      to: { parent: other, position: 'a0' },
    })
  })
})

describe('a row in its own list', () => {
  it('cannot become its own ancestor', () => {
    const s = submission()
    const [outer, inner] = [uuid(11), uuid(12)]
    s.one('add', `/goals/${goal}`, { parent: null, position: 'a0' })
    s.one('add', `/tasks/${outer}`, { parent: goal, position: 'a0' })
    s.one('add', `/tasks/${inner}`, { parent: outer, position: 'a0' })
    expect(s.one('move', `/tasks/${outer}`, { parent: inner, position: 'a0' }, 2)).toEqual(bad('no-parent'))
    expect(s.one('move', `/tasks/${outer}`, { parent: outer, position: 'a0' }, 2)).toEqual(bad('no-parent'))
    expect(s.one('add', `/tasks/${uuid(13)}`, { parent: uuid(13), position: 'a0' })).toEqual(bad('no-parent'))
    expect(s.one('move', `/tasks/${inner}`, { parent: goal, position: 'a1' }, 3)).toEqual(done('applied', 4))
    expect(s.one('move', `/tasks/${outer}`, { parent: inner, position: 'a0' }, 2)).toEqual(done('applied', 5))
  })
})

describe('a removal', () => {
  const nested = () => {
    const s = submission()
    s.one('add', `/goals/${goal}`, { parent: null, position: 'a0' }) // 1
    s.one('add', `/objectives/${objective}`, { parent: goal, position: 'a0' }) // 2
    s.one('add', `/indicators/${indicator}`, { parent: objective, position: 'a0' }) // 3
    s.one('set', `/indicators/${indicator}/target`, '10', 0) // 4
    return s
  }

  it('removes all descendants with the row', () => {
    const s = nested()
    s.one('set', `/indicators/${goal}/state`, 'nil', 0)
    expect(s.one('remove', `/goals/${goal}`, 5)).toEqual(done('applied', 6))
    expect(assemble(s.view.records(), kind)).toEqual({})
    expect(s.one('remove', `/goals/${goal}`, 5)).toEqual(done('already', 6))
  })

  it('conflicts with the newest cell below that its sender had not seen', () => {
    expect(nested().one('remove', `/goals/${goal}`, 3)).toMatchObject({
      result: 'conflict',
      yours: null,
      theirs: { pointer: `/indicators/${indicator}/target`, value: '10', rev: 4 },
    })
    expect(nested().one('remove', `/goals/${goal}`, 2)).toEqual(conflict({ rev: 4 }))
  })

  it('conflicts with a row that was added below since, and names its place', () => {
    const s = nested()
    s.one('add', `/objectives/${uuid(8)}`, { parent: goal, position: 'a1' })
    expect(s.one('remove', `/goals/${goal}`, 4)).toEqual(
      conflict({ pointer: `/objectives/${uuid(8)}`, value: { parent: goal, position: 'a1' }, rev: 5 }),
    )
  })

  it('ignores what was removed below', () => {
    const s = nested()
    s.one('remove', `/indicators/${indicator}`, 4)
    expect(s.one('remove', `/goals/${goal}`, 2)).toEqual(done('applied', 6))
  })

  it('knows what its own request wrote', () => {
    const s = nested()
    const results = s.save([
      change('set', `/indicators/${indicator}/target`, '11', 4),
      change('remove', `/goals/${goal}`, 4),
    ])
    expect(results).toEqual([done('applied', 5), done('applied', 6)])
  })

  it('makes every change to or under the row a conflict', () => {
    const s = nested()
    s.one('remove', `/goals/${goal}`, 4)
    const removed = { pointer: `/goals/${goal}`, value: 'removed', rev: 5 }
    const place = { parent: objective, position: 'a1' }
    expect(s.one('set', `/goals/${goal}/name`, 'x', 0)).toEqual(conflict(removed))
    expect(s.one('set', `/indicators/${indicator}/target`, '11', 4)).toEqual(conflict(removed))
    expect(s.one('set', `/indicators/${indicator}/target`, '10', 4)).toEqual(conflict(removed))
    expect(s.one('clear', `/indicators/${indicator}/target`, 4)).toEqual(conflict(removed))
    expect(s.one('set', `/objectives/${goal}/state`, 'nil', 0)).toEqual(bad('unknown-pointer'))
    expect(s.one('set', `/indicators/${objective}/state`, 'nil', 0)).toEqual(conflict(removed))
    expect(s.one('add', `/indicators/${uuid(9)}`, place)).toEqual(conflict(removed))
    expect(s.one('move', `/indicators/${indicator}`, place, 3)).toEqual(conflict(removed))
    expect(s.one('remove', `/indicators/${indicator}`, 4)).toEqual(conflict(removed))
    expect(s.one('add', `/objectives/${objective}`, { parent: goal, position: 'a0' }, 2)).toEqual(conflict(removed))
    expect(s.version()).toBe(5)
  })

  it('blocks rows moved from or to elsewhere', () => {
    const s = nested()
    const other = uuid(5)
    s.one('add', `/goals/${other}`, { parent: null, position: 'a1' })
    s.one('remove', `/goals/${goal}`, 4)
    const removed = conflict({ pointer: `/goals/${goal}`, value: 'removed', rev: 6 })
    expect(s.one('add', `/objectives/${objective}`, { parent: other, position: 'a0' })).toEqual(removed)
    expect(s.one('move', `/objectives/${objective}`, { parent: other, position: 'a0' }, 2)).toEqual(removed)
    s.one('add', `/objectives/${uuid(6)}`, { parent: other, position: 'a0' })
    expect(s.one('move', `/objectives/${uuid(6)}`, { parent: goal, position: 'a0' }, 7)).toEqual(removed)
  })

  it('is undone to another parent too', () => {
    const s = nested()
    s.one('add', `/goals/${uuid(5)}`, { parent: null, position: 'a1' })
    s.one('remove', `/objectives/${objective}`, 4)
    s.one('remove', `/goals/${goal}`, 1)
    expect(s.one('add', `/objectives/${objective}`, { parent: uuid(5), position: 'a0' }, 6)).toEqual(done('applied', 8))
    expect(assemble(s.view.records(), kind)).toMatchObject({ objectives: { [objective]: { $parent: uuid(5) } } })
  })

  it('is undone whole by a sender who has seen it', () => {
    const s = nested()
    const before = assemble(s.view.records(), kind)
    s.one('remove', `/goals/${goal}`, 4)
    const removed = { ...before, goals: { [goal]: { ...before.goals?.[goal], $removed: true } } }
    expect([assemble(s.view.records(), kind), assembleRemoved(s.view.records(), kind)]).toEqual([{}, removed])
    expect(s.one('add', `/goals/${goal}`, { parent: null, position: 'a0' })).toEqual(
      conflict({ value: 'removed', rev: 5 }),
    )
    expect(s.one('add', `/goals/${goal}`, { parent: null, position: 'a0' }, 1)).toEqual(conflict({ value: 'removed' }))
    expect(s.one('add', `/goals/${goal}`, { parent: null, position: 'a0' }, 5)).toEqual(done('applied', 6))
    expect(assemble(s.view.records(), kind)).toEqual(before)
    expect(s.one('set', `/indicators/${indicator}/target`, '11', 4)).toEqual(done('applied', 7))
    expect(s.one('remove', `/goals/${goal}`, 4)).toEqual(conflict({ rev: 7 }))
  })

  it('does not restore what had been removed before it', () => {
    const s = nested()
    s.one('remove', `/indicators/${indicator}`, 4)
    s.one('remove', `/goals/${goal}`, 2)
    s.one('add', `/goals/${goal}`, { parent: null, position: 'a0' }, 6)
    expect(Object.keys(assemble(s.view.records(), kind))).toEqual(['goals', 'objectives'])
  })
})

describe('a request', () => {
  it('judges every change by itself and in order', () => {
    const s = submission()
    expect(
      s.save([
        change('add', `/problems/${problem}`, { parent: 'a', position: 'a0' }),
        change('set', `/problems/${problem}/problem`, 'Jarak', 0),
        change('set', '/services/a/due', 'x', 0),
        change('set', '/services/a/served', '4', 0),
        change('set', '/services/a/served', '5', 0),
      ]),
    ).toEqual([done('applied', 1), done('applied', 2), bad('wrong-type'), done('applied', 3), bad('twice-in-batch')])
    expect(assemble(s.view.records(), kind)).toEqual({
      problems: { [problem]: { $parent: 'a', $position: 'a0', problem: 'Jarak' } },
      services: { a: { served: '4' } },
    })
  })

  it('answers an accepted change as the first time, whatever happened since', () => {
    const s = submission()
    const first = change('set', '/services/a/due', '1', 0)
    s.save([first])
    s.one('set', '/services/a/due', '2', 1)
    expect(s.save([first], 'post:a', { lock: { ...openLock, status: 'approved' } })).toEqual([done('already', 1)])
    expect(s.save([{ ...first, value: '2' }])).toEqual([bad('change-id-reused')])
    expect(s.save([{ ...first, pointer: '/services/b/due' }])).toEqual([bad('change-id-reused')])
    expect(s.save([{ ...first, pointer: '/stages/a/due' }])).toEqual([bad('change-id-reused')])
    expect(s.save([{ ...first, pointer: '/services/a/served' }])).toEqual([bad('change-id-reused')])
    expect(s.save([{ ...first, op: 'clear' }])).toEqual([bad('change-id-reused')])
    const elsewhere = new Map([...s.accepted].map(([id, was]) => [id, { ...was, here: false }]))
    expect(s.save([first], 'post:a', { accepted: elsewhere })).toEqual([bad('change-id-reused')])
  })

  it('judges a refused change again', () => {
    const s = submission()
    const late = change('set', '/services/a/due', '2', 0)
    s.one('set', '/services/a/due', '1', 0)
    expect(s.save([late])).toEqual([conflict({ value: '1' })])
    s.one('set', '/services/a/due', '2', 1)
    expect(s.save([late])).toEqual([done('already', 2)])
  })

  it('with a matching condition requires no base', () => {
    const s = submission()
    s.one('set', '/services/a/due', '1', 0)
    s.one('add', `/goals/${goal}`, { parent: null, position: 'a0' })
    const changes = [
      change('set', '/services/a/due', '2'),
      change('move', `/goals/${goal}`, { parent: null, position: 'a1' }),
    ]
    expect(s.save(changes, 'key:k', { ifMatch: true })).toEqual([done('applied', 3), done('applied', 4)])
    expect(s.save([change('remove', `/goals/${goal}`)], 'key:k', { ifMatch: true })).toEqual([done('applied', 5)])
    const back = change('add', `/goals/${goal}`, { parent: null, position: 'a2' })
    expect(s.save([back], 'key:k', { ifMatch: true })).toEqual([done('applied', 6)])
  })
})
