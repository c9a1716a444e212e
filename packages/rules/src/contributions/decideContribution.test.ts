import { describe, expect, it } from 'vitest'
import { contributionStatuses, decideContribution } from './decideContribution.ts'

describe('an assigned part', () => {
  it.each([
    ['done', ['done', null, null]],
    ['take-back', ['taken-back', 'taken-back', null]],
    ['return', [null, 'given', null]],
  ] as const)('%s, of what is given, done and taken back', (act, expected) => {
    expect(contributionStatuses.map(status => decideContribution(act, status))).toEqual(expected)
  })
})
