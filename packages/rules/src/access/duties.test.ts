import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  keyNeedsSecond,
  maySecond,
  postNeedsSecond,
  type Seconder,
  standsAlone,
  strangerDays,
  yieldsToStrangers,
} from './duties.ts'
import { keyScopes } from './permissions.ts'
import { roles } from './roles.ts'

const now = new Date('2026-11-30T02:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const seconder = (more: Partial<Seconder> = {}): Seconder => ({
  person: 'other',
  post: 'p',
  role: 'admin',
  region: true,
  madeByAsker: null,
  grantedByAsker: null,
  madeAsker: false,
  ...more,
})
const who = { asker: 'asker', now }

describe('what needs a second', () => {
  it('is required for every post: each reads, writes, approves or grants rights', () => {
    expect(roles.filter(role => !postNeedsSecond(role))).toEqual([])
  })

  it('is required for every key except one that runs the plan alone', () => {
    expect(keyScopes.filter(scope => !keyNeedsSecond([scope]))).toEqual(['plan.manage'])
    expect(keyNeedsSecond(['plan.manage', 'submission.read'])).toBe(true)
  })
})

describe('who seconds', () => {
  it.each<[string, Partial<Seconder>, boolean]>([
    ['another administrator', {}, true],
    ["the region's approver", { role: 'approver' }, true],
    ['the approver of an office', { role: 'approver', region: false }, false],
    ['a verifier', { role: 'verifier' }, false],
    ['the asker by another post', { person: 'asker', role: 'approver' }, false],
    ['whom the asker made yesterday', { madeByAsker: daysAgo(1) }, false],
    ['whom the asker appointed yesterday', { grantedByAsker: daysAgo(1) }, false],
    ['whom the asker made and appointed long ago', { madeByAsker: daysAgo(30), grantedByAsker: daysAgo(31) }, true],
  ])('%s: %s', (_, more, may) => expect(maySecond(seconder(more), who)).toBe(may))
})

const dates = fc.option(fc.date({ min: daysAgo(400), max: now, noInvalidDate: true }))
const anyone = fc.record<Seconder>({
  person: fc.constantFrom('asker', 'a', 'b'),
  post: fc.uuid(),
  role: fc.constantFrom(...roles),
  region: fc.boolean(),
  madeByAsker: dates,
  grantedByAsker: dates,
  madeAsker: fc.boolean(),
})

describe('separation of duties, of any people', () => {
  it('a person never seconds for him- or herself, nor for a person who made or appointed him or her recently', () =>
    fc.assert(
      fc.property(anyone, one => {
        if (!maySecond(one, who)) return
        expect(one.person).not.toBe('asker')
        for (const since of [one.madeByAsker, one.grantedByAsker])
          expect(since === null || since <= daysAgo(strangerDays)).toBe(true)
      }),
    ))

  it('an act is done alone only while the setting is off or no one may second', () =>
    fc.assert(
      fc.property(fc.boolean(), fc.array(anyone, { maxLength: 6 }), (on, all) => {
        const someone = all.some(one => maySecond(one, who))
        expect(standsAlone(on, all, who)).toBe(on ? (someone ? null : 'nobody') : 'off')
      }),
    ))

  it('a pending act has a person who may decide it', () =>
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 6 }), all => {
        const decides = all.some(one => maySecond(one, who) && !yieldsToStrangers(one, all, who))
        expect(decides).toBe(standsAlone(true, all, who) === null)
      }),
    ))

  it('more people never make an act be done alone', () =>
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 6 }), anyone, (all, one) => {
        if (standsAlone(true, all, who) === null) expect(standsAlone(true, [...all, one], who)).toBeNull()
      }),
    ))
})
