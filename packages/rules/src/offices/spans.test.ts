import { describe, expect, it } from 'vitest'
import { circleOf, endedAt, movedUnder, type OfficeSpan, withSpan } from './spans.ts'

const span = (name: string, from: string, to: string | null, parent: string | null = null): OfficeSpan => ({
  name,
  shortName: '',
  parent,
  urusan: [],
  from,
  to,
})
const shortly = (spans: OfficeSpan[] | null) => spans?.map(s => `${s.name} ${s.from} ${s.to}`)
const two = [span('A', '2017-01-01', '2020-12-31'), span('B', '2021-01-01', null)]

describe('withSpan', () => {
  it('ends the current one the day before', () => {
    expect(shortly(withSpan(two, span('C', '2024-03-01', null)))).toEqual([
      'A 2017-01-01 2020-12-31',
      'B 2021-01-01 2024-02-29',
      'C 2024-03-01 null',
    ])
  })

  it('lasts until the next known change', () => {
    expect(shortly(withSpan(two, span('C', '2019-01-01', null)))).toEqual([
      'A 2017-01-01 2018-12-31',
      'C 2019-01-01 2020-12-31',
      'B 2021-01-01 null',
    ])
  })

  it('replaces one that starts the same day', () => {
    expect(shortly(withSpan(two, span('C', '2021-01-01', null)))).toEqual([
      'A 2017-01-01 2020-12-31',
      'C 2021-01-01 null',
    ])
  })

  it('is refused for days before the office existed or after it ended', () => {
    expect(withSpan(two, span('C', '2016-12-31', null))).toBeNull()
    expect(withSpan([span('A', '2017-01-01', '2020-12-31')], span('C', '2021-01-01', null))).toBeNull()
  })
})

describe('endedAt', () => {
  it('cuts the current span, and drops later ones', () => {
    expect(shortly(endedAt(two, '2019-06-30'))).toEqual(['A 2017-01-01 2019-06-30'])
    expect(shortly(endedAt(two, '2026-12-31'))).toEqual(['A 2017-01-01 2020-12-31', 'B 2021-01-01 2026-12-31'])
    expect(endedAt(two, '2016-01-01')).toBeNull()
  })
})

describe('circleOf', () => {
  const link = (office: string, parent: string | null, from: string, to: string | null = null) => ({
    office,
    parent,
    from,
    to,
  })

  it('finds the day on which an office would be its own ancestor', () => {
    const links = [
      link('a', null, '2017-01-01', '2026-12-31'),
      link('a', 'c', '2027-01-01'),
      link('b', 'a', '2017-01-01'),
    ]
    expect(circleOf([...links, link('c', 'b', '2028-01-01')], 'a')).toBe('2028-01-01')
    expect(circleOf([...links, link('c', null, '2017-01-01')], 'a')).toBeNull()
  })

  it('terminates on a cycle among other offices', () => {
    expect(
      circleOf([link('a', 'b', '2017-01-01'), link('b', 'c', '2017-01-01'), link('c', 'b', '2017-01-01')], 'a'),
    ).toBeNull()
  })
})

describe('movedUnder', () => {
  it('moves spans of the day and later, and leaves earlier ones', () => {
    const spans = [
      span('A', '2017-01-01', '2020-12-31', 'old'),
      span('B', '2021-01-01', '2027-06-30', 'old'),
      span('C', '2027-07-01', null, 'old'),
    ]
    expect(
      movedUnder(spans, '2027-01-01', { from: 'old', to: 'new' }).map(s => [s.name, s.from, s.to, s.parent]),
    ).toEqual([
      ['A', '2017-01-01', '2020-12-31', 'old'],
      ['B', '2021-01-01', '2026-12-31', 'old'],
      ['B', '2027-01-01', '2027-06-30', 'new'],
      ['C', '2027-07-01', null, 'new'],
    ])
  })
})
