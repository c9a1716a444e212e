import { describe, expect, it } from 'vitest'
import { mayReadAnswers } from '../workflow/mayReadAnswers.ts'
import { statuses } from '../workflow/statuses.ts'
import { type AccessActor, type AccessTarget, isWithin, may, reachOf } from './may.ts'
import { type Permission, permissions } from './permissions.ts'
import { type Role, roleLabels, roles } from './roles.ts'

const today = '2026-10-05'
const [dinkes, puskesmas, dinsos, kelurahan] = ['dinkes', 'puskesmas', 'dinsos', 'kelurahan']
const span = { reportTypes: null, offices: [dinkes], from: '2026-01-01', to: null }
const post = (role: Role, more: Partial<AccessActor> = {}) => ({ ...span, kind: 'post', role, ...more }) as AccessActor
/** Its owner may do everything within its reach, by default. */
const key = (scopes: Permission[], more: Partial<AccessActor> = {}) =>
  ({ ...span, kind: 'key', scopes, owner: roles.map(role => post(role, more)), ...more }) as AccessActor
const own: AccessTarget = { today, reportType: 'spm', office: [dinkes] }

// shapes.md §12, by hand. Roles in the order of `roles`: o h l a v e c p A; a letter where the role may.
const table: Record<Permission, string> = {
  'submission.read': 'ohlavecp-',
  'submission.write': 'o--------',
  'submission.submit': 'o--------',
  'submission.sign': '-h-------',
  'submission.review': '----ve---',
  'submission.evaluate': '-----e---',
  'submission.reopen': '------c--',
  'contribution.manage': 'o--------',
  'figure.read': 'ohlavecp-',
  'contact.read': '------c--',
  'audit.read': '---a-----',
  'archive.manage': '------c--',
  'plan.manage': '------c-A',
  'catalogue.manage': '--------A',
  'ruleset.propose': '------c-A',
  'ruleset.approve': '-------p-',
  'edition.manage': '------c--',
  'edition.review': '---a-e---',
  'edition.approve': '-------p-',
  'office.manage': '--------A',
  'person.manage': '--------A',
  'key.manage': '--------A',
  'setting.manage': '--------A',
  'second.read': '---a---pA',
  'second.decide': '-------pA',
}
const cells = permissions.flatMap(permission =>
  roles.map((role, i) => ({ permission, role, allowed: table[permission][i] !== '-' })),
)

describe('a role', () => {
  it.each(cells)('$role, $permission: $allowed', ({ permission, role, allowed }) => {
    expect(may(post(role), permission, own)).toBe(allowed)
  })

  it('has an Indonesian label', () => {
    expect(Object.keys(roleLabels)).toEqual([...roles])
  })
})

describe('a post', () => {
  it.each([
    ['its office', { office: [dinkes] }, true],
    ['an office below', { office: [puskesmas, dinkes] }, true],
    ['another office', { office: [dinsos] }, false],
    ['the region itself', { office: [] }, false],
    ['somewhere', { office: undefined }, true],
    ['another report', { reportType: 'lkpj' }, false],
    ['no report', { reportType: undefined }, true],
    ['the day before it', { today: '2025-12-31' }, false],
    ['its first day', { today: '2026-01-01' }, true],
    ['its last day', { today: '2026-12-31' }, true],
    ['the day after it', { today: '2027-01-01' }, false],
  ] as [string, Partial<AccessTarget>, boolean][])('counts for %s', (_, target, allowed) => {
    const actor = post('operator', { reportTypes: ['spm'], to: '2026-12-31' })
    expect(may(actor, 'submission.write', { ...own, ...target })).toBe(allowed)
  })

  it('of the region reaches all of it', () => {
    const actor = post('coordinator', { offices: null })
    expect(may(actor, 'plan.manage', { today, office: [] })).toBe(true)
    expect(may(actor, 'plan.manage', { today, office: [dinsos] })).toBe(true)
    expect(reachOf(actor, 'plan.manage', today)).toEqual({ reportTypes: null, offices: null })
    expect(reachOf(actor, 'submission.write', today)).toBeNull()
    expect(reachOf(actor, 'plan.manage', '2025-01-01')).toBeNull()
  })

  it('reviews only the forms that are reviewed by its role', () => {
    expect(may(post('verifier'), 'submission.review', { ...own, reviewer: 'evaluator' })).toBe(false)
    expect(may(post('evaluator'), 'submission.review', { ...own, reviewer: 'evaluator' })).toBe(true)
    expect(may(post('evaluator'), 'submission.review', { ...own, reviewer: 'verifier' })).toBe(false)
    expect(may(key(['submission.review']), 'submission.review', { ...own, reviewer: 'evaluator' })).toBe(true)
  })

  it('evaluates only the forms that an evaluator reviews', () => {
    expect(may(post('evaluator'), 'submission.evaluate', { ...own, reviewer: 'evaluator' })).toBe(true)
    expect(may(post('evaluator'), 'submission.evaluate', { ...own, reviewer: 'verifier' })).toBe(false)
    expect(may(post('verifier'), 'submission.evaluate', { ...own, reviewer: 'evaluator' })).toBe(false)
  })

  it('that contributes reads and fills in its part, and nothing else', () => {
    const actor = post('operator', { offices: [kelurahan], reportTypes: ['lkpj'] })
    const target = { ...own, contributor: true }
    const allowed = permissions.filter(permission => may(actor, permission, target))
    expect(allowed).toEqual(['submission.read', 'submission.write'])
    expect(may(actor, 'submission.write', own)).toBe(false)
    expect(may(post('verifier', { offices: [kelurahan] }), 'submission.write', target)).toBe(false)
  })
})

describe('a key', () => {
  it.each(permissions)('has %s as a scope, and nothing else', permission => {
    const actor = key([permission])
    expect(permissions.filter(other => may(actor, other, own))).toEqual([permission])
    expect(may(actor, permission, { ...own, office: [dinsos] })).toBe(false)
    expect(may(key([permission], { to: '2026-10-04' }), permission, own)).toBe(false)
  })

  const ownedBy = (...owner: AccessActor[]) =>
    key(['submission.read', 'submission.write'], { offices: null, owner } as Partial<AccessActor>)

  it('does nothing that none of its owner’s posts allows', () => {
    expect(may(ownedBy(post('leader')), 'submission.write', own)).toBe(false)
    expect(may(ownedBy(post('operator')), 'submission.write', own)).toBe(true)
    expect(may(ownedBy(post('operator')), 'submission.write', { ...own, office: [dinsos] })).toBe(false)
    expect(may(ownedBy(post('operator', { reportTypes: ['sakip'] })), 'submission.write', own)).toBe(false)
    expect(may(ownedBy(post('operator', { to: '2026-10-04' })), 'submission.write', own)).toBe(false)
    expect(may(ownedBy(), 'submission.read', own)).toBe(false)
  })

  it('lists what those posts reach that have the permission', () => {
    const [here, there] = [post('operator'), post('operator', { offices: [dinsos] })]
    const other = post('leader', { reportTypes: ['lkpj'], offices: null })
    expect(reachOf(ownedBy(here, there, other), 'submission.write', today)).toEqual({
      reportTypes: null,
      offices: [dinkes, dinsos],
    })
    expect(reachOf(ownedBy(other, here), 'submission.read', today)).toEqual({ reportTypes: ['lkpj'], offices: null })
    expect(reachOf(ownedBy(other), 'submission.write', today)).toBeNull()
  })
})

describe('a reach', () => {
  const reach = { offices: [dinkes], reportTypes: null }
  const office = [puskesmas, dinkes]

  it('takes an office as itself and below', () => {
    expect(isWithin(reach, { office })).toBe(true)
    expect(isWithin(reach, { office: [dinkes] })).toBe(true)
    expect(isWithin({ ...reach, offices: [puskesmas] }, { office: [dinkes] })).toBe(false)
    expect(isWithin({ ...reach, offices: [] }, { office })).toBe(false)
    expect(isWithin({ ...reach, offices: null }, { office })).toBe(true)
  })

  it('takes no report type as all of them', () => {
    expect(isWithin(reach, { office, reportType: 'spm' })).toBe(true)
    expect(isWithin({ ...reach, reportTypes: ['sakip'] }, { office, reportType: 'spm' })).toBe(false)
    expect(isWithin({ offices: null, reportTypes: ['sakip'] }, { office, reportType: 'sakip' })).toBe(true)
  })
})

describe('the current answers', () => {
  const withOffice = ['draft', 'signing', 'returned']
  const readers: [string, AccessActor, Partial<AccessTarget>, always: boolean, later: boolean][] = [
    ['the operator', post('operator'), {}, true, true],
    ['the head', post('head'), {}, true, true],
    ['an operator of another office', post('operator', { offices: [dinsos] }), {}, false, false],
    ['a contributor', post('operator', { offices: [kelurahan] }), { contributor: true }, true, true],
    ['a verifier', post('verifier'), {}, false, true],
    ['a verifier of this office only', post('verifier', { offices: [dinkes] }), {}, false, true],
    ['the evaluator', post('evaluator'), {}, false, true],
    ['the coordinator', post('coordinator'), {}, false, true],
    ['the leader', post('leader', { offices: null }), {}, false, true],
    ['the auditor', post('auditor', { offices: null }), {}, false, true],
    ['the approver', post('approver'), {}, false, true],
    ['the admin', post('admin', { offices: null }), {}, false, false],
    ['a key that reads', key(['submission.read']), {}, false, true],
    ['a key that writes', key(['submission.read', 'submission.write']), {}, true, true],
    ['a key that writes only', key(['submission.write']), {}, false, false],
  ]
  const rows = readers.flatMap(([who, actor, target, always, later]) =>
    statuses.map(status => ({ who, actor, target, status, allowed: withOffice.includes(status) ? always : later })),
  )
  it.each(rows)('$who reads them in $status: $allowed', ({ actor, target, status, allowed }) => {
    expect(mayReadAnswers(actor, { ...own, ...target, status })).toBe(allowed)
  })
})
