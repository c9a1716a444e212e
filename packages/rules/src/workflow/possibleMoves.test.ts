import { expect, it } from 'vitest'
import type { AccessActor } from '../access/may.ts'
import { type Movable, type MoveAsker, moveFacts, type ReadForMove } from './moveFacts.ts'
import { needLabels } from './needs.ts'
import { possibleMoves } from './possibleMoves.ts'

const now = new Date('2026-10-05T02:00:00Z')
const submission: Movable = {
  number: 1,
  status: 'draft',
  closesAt: null,
  extendedTo: null,
  returnDueAt: null,
  opensAt: null,
  submittedFrom: null,
  origin: 'filed',
  reportType: 'spm',
  officePath: ['dinkes'],
  claimedBy: null,
}
const read: ReadForMove = { openNotes: 0, hands: { clean: true, claimed: false, reviewed: false }, unticked: 0 }
const span = { reportTypes: null, offices: null, from: '2026-01-01', to: null }
const asker = (role: 'operator' | 'verifier' | 'coordinator'): MoveAsker => ({
  access: { ...span, kind: 'post', role } satisfies AccessActor,
  today: '2026-10-05',
  reviewer: undefined,
  now,
})
const moves = (
  role: Parameters<typeof asker>[0],
  more: Partial<Movable> = {},
  found: Partial<ReadForMove> = {},
  by: Partial<MoveAsker> = {},
) => {
  const settings = { signing: false, secondReview: false }
  const facts = moveFacts({ ...submission, ...more }, { ...read, ...found }, { ...asker(role), ...by }, settings)
  return possibleMoves(facts).map(({ move, needs }) => [move, ...needs.map(({ code }) => code)].join(' '))
}

it('names those whose permission and status fit, with what each still lacks', () => {
  expect(moves('operator')).toEqual(['submit'])
  expect(moves('verifier')).toEqual([])
  expect(moves('operator', { opensAt: new Date('2026-10-06') })).toEqual(['submit period-open'])
  expect(moves('operator', { closesAt: now })).toEqual(['submit period-open'])
  expect(moves('operator', { closesAt: now, extendedTo: new Date('2026-10-06') })).toEqual(['submit'])
  expect(moves('operator', { closesAt: now, returnDueAt: new Date('2026-10-06') })).toEqual(['submit'])
  expect(moves('operator', { status: 'returned', closesAt: now }, { openNotes: 1 })).toEqual(['submit notes-answered'])
  expect(moves('verifier', { status: 'submitted' })).toEqual(['claim'])
  expect(moves('verifier', { status: 'submitted', claimedBy: 'post:other' })).toEqual(['claim unclaimed'])
})

it('asks for clean hands, for ticks and for the own claim, but for no reason, day or parts', () => {
  const inReview = { status: 'in-review', claimedBy: 'post:own' } as const
  const own = { clean: true, claimed: true, reviewed: false }
  expect(moves('verifier', inReview, { hands: own, unticked: 2, openNotes: 1 })).toEqual([
    'release',
    'return',
    'approve ticks',
  ])
  expect(moves('verifier', inReview, { hands: { ...own, clean: false } })).toEqual([
    'release',
    'return clean-hands',
    'approve clean-hands',
  ])
  expect(moves('coordinator', { status: 'approved' })).toEqual(['reopen'])
  expect(
    possibleMoves(
      moveFacts({ ...submission, ...inReview }, read, asker('verifier'), {
        signing: false,
        secondReview: false,
      }),
    )[0],
  ).toEqual({ move: 'release', needs: [{ code: 'own-claim', message: needLabels['own-claim'] }] })
})

it('offers nothing to the reviewer of another kind of form, nor for what was brought in from before the system', () => {
  expect(moves('verifier', { status: 'submitted' }, {}, { reviewer: 'evaluator' })).toEqual([])
  expect(moves('coordinator', { status: 'approved', origin: 'archive' })).toEqual([])
})
