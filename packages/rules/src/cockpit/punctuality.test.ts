import { expect, it } from 'vitest'
import { medianWords, type PunctualReport, punctualityOf } from './punctuality.ts'

const now = new Date('2026-06-01T00:00:00Z')
const due = new Date('2026-04-20T15:59:59Z')
const days = (n: number) => new Date(due.getTime() + n * 86_400_000)
const report = (firstAt: Date | null, more: Partial<PunctualReport> = {}) => ({
  ...{ dueAt: due, extended: false, ...more },
  firstAt,
})

it('judges the first submission against the due date, to the second', () => {
  expect(punctualityOf([report(days(0))], now)).toMatchObject({ judged: 1, inTime: 1, late: 0 })
  expect(punctualityOf([report(new Date(due.getTime() + 1000))], now)).toMatchObject({ inTime: 0, late: 1 })
})

it('counts what is past due and was never submitted, and leaves out what is not due yet', () =>
  expect(
    punctualityOf([report(null), report(null, { dueAt: days(60) }), report(days(-5), { dueAt: null })], now),
  ).toEqual({ judged: 1, inTime: 0, late: 0, missing: 1, extended: 0, medianDays: null }))

it('counts an extension as it was granted, and names it', () =>
  // due on 20 April, extended to 10 May, submitted on 5 May
  expect(punctualityOf([report(days(15), { dueAt: days(20), extended: true })], now)).toMatchObject({
    ...{ inTime: 1, extended: 1, medianDays: -5 },
  }))

it('counts what is submitted before it is due', () =>
  expect(punctualityOf([report(days(-1), { dueAt: days(90) })], now)).toMatchObject({ judged: 1, inTime: 1 }))

it('gives the median of days: four reports, 6 and 2 days early, 1 and 9 late', () => {
  const four = [days(-6), days(9), days(-2), days(1)].map(at => report(at))
  // between 2 days early and 1 late
  expect(punctualityOf(four, now)).toEqual({ judged: 4, inTime: 2, late: 2, missing: 0, extended: 0, medianDays: -0.5 })
  expect(punctualityOf([...four, report(days(3))], now).medianDays).toBe(1)
})

it('says the median in whole days', () => {
  expect(medianWords(-2.5)).toBe('3 hari sebelum tenggat')
  expect(medianWords(1)).toBe('1 hari sesudah tenggat')
  expect(medianWords(0)).toBe('tepat pada tenggat')
  expect(medianWords(null)).toBe('')
})
