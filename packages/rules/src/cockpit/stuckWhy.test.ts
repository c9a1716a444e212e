import { expect, it } from 'vitest'
import { type StuckFacts, stuckWhy } from './stuckWhy.ts'

const now = new Date('2026-03-20T00:00:00Z')
const days = (n: number) => new Date(now.getTime() + n * 86_400_000)
const facts = (more: Partial<StuckFacts>): StuckFacts => ({
  status: 'draft',
  number: 1,
  firstAt: null,
  dueAt: days(10),
  returnDueAt: null,
  statusAt: days(-20),
  opensAt: days(-60),
  changedAt: days(-1),
  partDueAt: null,
  ...more,
})

it.each<[string, Partial<StuckFacts>, string | null]>([
  ['changed yesterday', {}, null],
  ['unchanged for six days, due in ten', { changedAt: days(-6) }, 'idle'],
  ['unchanged since it was created', { changedAt: null }, 'idle'],
  ['unchanged for six days, due in a month', { changedAt: days(-6), dueAt: days(30) }, null],
  ['unchanged, without a due date', { changedAt: days(-90), dueAt: null }, null],
  ['unchanged and past due: late instead', { changedAt: days(-6), dueAt: days(-1) }, null],
  ['a part not done by its date', { partDueAt: days(-1), dueAt: days(60) }, 'parts'],
  ['a part to be done tomorrow', { partDueAt: days(1) }, null],
  ['returned, to be answered tomorrow', { status: 'returned', returnDueAt: days(1), dueAt: days(-9) }, null],
  ['returned, not answered by its date', { status: 'returned', returnDueAt: days(-1), dueAt: days(-9) }, 'returned'],
  ['returned without a date, past due', { status: 'returned', dueAt: days(-9) }, 'returned'],
  [
    'answered, and waiting for a signature since yesterday',
    { status: 'signing', statusAt: days(-1), firstAt: days(-20), dueAt: days(-9), returnDueAt: days(1) },
    null,
  ],
  [
    'answered, and not signed by the date of the answer',
    { status: 'signing', statusAt: days(-1), firstAt: days(-20), dueAt: days(-9), returnDueAt: days(-1) },
    'returned',
  ],
  ['waiting for a signature since yesterday', { status: 'signing', statusAt: days(-1) }, null],
  ['waiting for a signature for three days', { status: 'signing', statusAt: days(-3) }, 'signing'],
  [
    'not created, due in six days',
    { status: 'not-begun', dueAt: days(6), statusAt: null, changedAt: null },
    'not-begun',
  ],
  ['not created, due in eight days', { status: 'not-begun', dueAt: days(8), statusAt: null, changedAt: null }, null],
  ['not created, not open yet', { status: 'not-begun', dueAt: days(6), opensAt: days(1) }, null],
  ['submitted', { status: 'submitted', changedAt: days(-30) }, null],
  ['approved', { status: 'approved', changedAt: days(-30) }, null],
])('%s', (_, more, why) => expect(stuckWhy(facts(more), now)?.why ?? null).toBe(why))

it('says since when: the date that passed, the last change, the request to sign', () => {
  expect(stuckWhy(facts({ changedAt: days(-6) }), now)?.since).toEqual(days(-6))
  expect(stuckWhy(facts({ status: 'returned', returnDueAt: days(-2) }), now)?.since).toEqual(days(-2))
  expect(stuckWhy(facts({ partDueAt: days(-3) }), now)?.since).toEqual(days(-3))
  expect(stuckWhy(facts({ status: 'signing', statusAt: days(-4) }), now)?.since).toEqual(days(-4))
})
