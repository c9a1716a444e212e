import { describe, expect, it } from 'vitest'
import type { Permission } from '../access/permissions.ts'
import { decideMove, type MoveFacts } from './decideMove.ts'
import { type MoveName, moveLabels, moveNames } from './moves.ts'
import { type MoveNeed, moveNeeds, needLabels } from './needs.ts'
import { type Status, statuses, statusLabels } from './statuses.ts'

/** All needs met: the user has every permission, and has claimed what must be claimed. */
const ready = (status: Status, move: MoveName): MoveFacts => ({
  status,
  settings: { signing: false, secondReview: false },
  submittedFrom: 'returned',
  may: () => true,
  cleanHands: true,
  claim: move === 'claim' || move === 'withdraw' ? 'none' : 'own',
  reviewedFirst: false,
  blocking: 0,
  periodOpen: true,
  unansweredNotes: 0,
  openNotes: 1,
  unticked: 0,
  unevaluated: 0,
  reason: 'Angka dikoreksi',
  answerBy: '2026-11-10',
  openAnchors: ['/services/a'],
})

// shapes.md §11, by hand: status by status where each move leads without signing and second review; - is refused.
//          submit    sign      decline  withdraw claim         release       return   approve  reopen   unclaim
const table = `
draft         submitted -         -        -        -             -             -        -        -        -
signing       -         submitted returned returned -             -             -        -        -        -
submitted     -         -         -        returned in-review     -             -        -        -        -
in-review     -         -         -        -        -             submitted     returned approved -        submitted
second-review -         -         -        -        second-review second-review returned approved -        second-review
returned      submitted -         -        -        -             -             -        -        -        -
approved      -         -         -        -        -             -             -        -        returned -
`
const cases = table
  .trim()
  .split('\n')
  .flatMap(line => {
    const [from, ...to] = line.split(/\s+/) as [Status, ...(Status | '-')[]]
    return to.map((status, i) => ({ from, move: moveNames[i] as MoveName, to: status }))
  })

describe('the table of moves', () => {
  it('has a cell for every status and move', () => {
    expect(cases).toHaveLength(statuses.length * moveNames.length)
    expect(new Set(cases.map(({ from }) => from))).toEqual(new Set(statuses))
  })

  it.each(cases)('$move from $from: $to', ({ from, move, to }) => {
    const decision = decideMove(move, ready(from, move))
    if (to === '-') expect(decision).toEqual({ refused: 'wrong-status', needs: [] })
    else expect(decision).toMatchObject({ to })
  })

  it('leads to signing where the region signs, and to a second review where it has one', () => {
    const settings = { signing: true, secondReview: true }
    expect(decideMove('submit', { ...ready('draft', 'submit'), settings })).toMatchObject({ to: 'signing' })
    expect(decideMove('approve', { ...ready('in-review', 'approve'), settings })).toEqual({
      to: 'second-review',
      claim: 'none',
    })
    expect(decideMove('approve', { ...ready('second-review', 'approve'), settings })).toMatchObject({ to: 'approved' })
  })

  it('leads back to the status it was submitted from', () => {
    const facts = { ...ready('submitted', 'withdraw'), submittedFrom: 'draft' as const }
    expect(decideMove('withdraw', facts)).toEqual({ to: 'draft' })
    expect(decideMove('decline', { ...facts, status: 'signing' })).toEqual({ to: 'draft' })
    expect(decideMove('withdraw', ready('submitted', 'withdraw'))).toEqual({ to: 'returned' })
  })

  it('sets claim, anchors and origin', () => {
    const decide = (move: MoveName, status: Status) => decideMove(move, ready(status, move))
    expect(decide('submit', 'returned')).toEqual({ to: 'submitted', submittedFrom: 'returned' })
    expect(decide('sign', 'signing')).toEqual({ to: 'submitted' })
    expect(decide('claim', 'submitted')).toEqual({ to: 'in-review', claim: 'own' })
    expect(decide('claim', 'second-review')).toEqual({ to: 'second-review', claim: 'own' })
    expect(decide('release', 'in-review')).toEqual({ to: 'submitted', claim: 'none' })
    expect(decide('unclaim', 'in-review')).toEqual({ to: 'submitted', claim: 'none' })
    expect(decide('unclaim', 'second-review')).toEqual({ to: 'second-review', claim: 'none' })
    expect(decide('return', 'in-review')).toEqual({ to: 'returned', claim: 'none', openAnchors: ['/services/a'] })
    expect(decide('reopen', 'approved')).toEqual({ to: 'returned', openAnchors: ['/services/a'] })
    expect(decide('approve', 'second-review')).toEqual({ to: 'approved', claim: 'none', openAnchors: null })
    const all = { ...ready('approved', 'reopen'), openAnchors: null }
    expect(decideMove('reopen', all)).toEqual({ to: 'returned', openAnchors: null })
  })
})

describe('rights', () => {
  const permission: Record<MoveName, Permission> = {
    submit: 'submission.submit',
    sign: 'submission.sign',
    decline: 'submission.sign',
    withdraw: 'submission.submit',
    claim: 'submission.review',
    release: 'submission.review',
    return: 'submission.review',
    approve: 'submission.review',
    reopen: 'submission.reopen',
    unclaim: 'submission.reopen',
  }
  it.each(cases)('$move from $from checks its permission first', ({ from, move }) => {
    const asked: Permission[] = []
    const may = (what: Permission) => asked.push(what) === 0
    expect(decideMove(move, { ...ready(from, move), may, blocking: 1 })).toEqual({ refused: 'no-right', needs: [] })
    expect(asked).toEqual([permission[move]])
  })

  const clean: MoveName[] = ['claim', 'return', 'approve']
  it.each(cases.filter(({ to }) => to !== '-'))('$move from $from with hands in it', ({ from, move, to }) => {
    const decision = decideMove(move, { ...ready(from, move), cleanHands: false })
    if (clean.includes(move)) expect(decision).toEqual({ refused: 'clean-hands', needs: [] })
    else expect(decision).toMatchObject({ to })
  })
})

describe('needs', () => {
  const lacking: Record<MoveNeed, Partial<MoveFacts>> = {
    'nothing-blocks': { blocking: 1 },
    'period-open': { periodOpen: false },
    'notes-answered': { unansweredNotes: 1 },
    reason: { reason: ' \u200b ' },
    date: { answerBy: undefined },
    anchors: { openAnchors: [] },
    unclaimed: { claim: 'other' },
    'own-claim': { claim: 'other' },
    claimed: { claim: 'none' },
    'another-person': { reviewedFirst: true },
    'open-note': { openNotes: 0 },
    ticks: { unticked: 2 },
    evaluated: { unevaluated: 1 },
  }
  const needed: Partial<Record<`${MoveName} ${Status}`, MoveNeed[]>> = {
    'submit draft': ['nothing-blocks', 'period-open', 'notes-answered'],
    'submit returned': ['nothing-blocks', 'period-open', 'notes-answered'],
    'decline signing': ['reason'],
    'withdraw signing': ['unclaimed'],
    'withdraw submitted': ['unclaimed'],
    'claim submitted': ['unclaimed'],
    'claim second-review': ['unclaimed', 'another-person'],
    'release in-review': ['own-claim'],
    'release second-review': ['own-claim'],
    'return in-review': ['own-claim', 'open-note', 'date', 'anchors'],
    'return second-review': ['own-claim', 'open-note', 'date', 'anchors'],
    'approve in-review': ['own-claim', 'ticks', 'evaluated'],
    'approve second-review': ['own-claim', 'ticks', 'evaluated', 'another-person'],
    'reopen approved': ['reason', 'date', 'anchors'],
    'unclaim in-review': ['claimed', 'reason'],
    'unclaim second-review': ['claimed', 'reason'],
  }
  const allowed = cases.filter(({ to }) => to !== '-')
  const each = allowed.flatMap(({ from, move, to }) => moveNeeds.map(need => ({ from, move, to, need })))

  it.each(each)('$move from $from and $need', ({ from, move, to, need }) => {
    // A claim matters for three needs, one contrary to the others: only one of them is ever checked.
    const asked = needed[`${move} ${from}`]?.includes(need) ?? false
    const contrary = ['unclaimed', 'own-claim', 'claimed'].includes(need) && !asked
    const facts = { ...ready(from, move), ...(!contrary && lacking[need]) }
    if (asked) expect(decideMove(move, facts)).toEqual({ refused: 'needs-unmet', needs: [need] })
    else expect(decideMove(move, facts)).toMatchObject({ to })
  })

  it('are all reported at once', () => {
    const facts = { ...ready('draft', 'submit'), blocking: 3, periodOpen: false, unansweredNotes: 1 }
    expect(decideMove('submit', facts)).toMatchObject({ needs: ['nothing-blocks', 'period-open', 'notes-answered'] })
  })

  it('of anchors are met by null, not by nothing', () => {
    const facts = { ...ready('in-review', 'return'), openAnchors: undefined }
    expect(decideMove('return', facts)).toEqual({ refused: 'needs-unmet', needs: ['anchors'] })
    expect(decideMove('return', { ...facts, openAnchors: null })).toMatchObject({ to: 'returned', openAnchors: null })
  })
})

describe('labels', () => {
  it('are those of the glossary', () => {
    const lower = (labels: Record<string, string>) => Object.values(labels).map(label => label.toLowerCase())
    expect(lower(statusLabels).join(' · ')).toBe(
      'draf · menunggu tanda tangan · dikirim · diperiksa · diperiksa kedua · dikembalikan · disetujui',
    )
    const words = 'kirim · tanda tangani · tarik kembali · ambil untuk diperiksa · kembalikan · setujui · buka kembali'
    expect(lower(moveLabels)).toEqual(expect.arrayContaining(words.split(' · ')))
    expect(Object.keys(needLabels)).toEqual([...moveNeeds])
  })
})
