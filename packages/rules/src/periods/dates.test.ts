import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ago,
  dayDistance,
  dayOf,
  endOfDay,
  longDay,
  longInstant,
  parseDay,
  shortInstant,
  startOfDay,
  typedDay,
  untilDue,
} from './dates.ts'

const wita = 'Asia/Makassar'
const now = Date.parse('2026-03-31T02:00:00Z') // 10.00 WITA

describe('instants are shown in the zone of the region', () => {
  it.each([
    [wita, 'Selasa, 31 Maret 2026, 23.59 WITA'],
    ['Asia/Jakarta', 'Selasa, 31 Maret 2026, 22.59 WIB'],
    ['Asia/Jayapura', 'Rabu, 1 April 2026, 00.59 WIT'],
  ])('%s', (zone, text) => expect(longInstant('2026-03-31T15:59:59Z', zone)).toBe(text))
  it('keeps a short one on one line', () =>
    expect(shortInstant('2026-08-17T02:05:00Z', wita)).toBe('17\u00a0Agu\u00a02026, 10.05'))
  it('knows the day it falls on', () => expect(dayOf('2026-12-31T16:00:00Z', wita)).toBe('2027-01-01'))
  it('spells a day', () => expect(longDay('2024-02-29')).toBe('Kamis, 29 Februari 2024'))
  it('begins and ends a day in the zone', () => {
    expect(startOfDay('2026-03-31', wita)).toBe('2026-03-30T16:00:00.000Z')
    expect(endOfDay('2026-03-31', wita)).toBe('2026-03-31T15:59:59.000Z')
  })
})

describe('words and zones agree with the Indonesian format of the platform', () => {
  const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  const partsOf = (instant: Date, options: Intl.DateTimeFormatOptions): Record<string, string> =>
    Object.fromEntries(
      new Intl.DateTimeFormat('id-ID', options).formatToParts(instant).map(({ type, value }) => [type, value]),
    )

  it.each([wita, 'Asia/Jakarta', 'Asia/Jayapura'])('%s', timeZone =>
    fc.assert(
      fc.property(instants, instant => {
        const [day, clock] = [
          { day: 'numeric', year: 'numeric' },
          { hour: '2-digit', minute: '2-digit' },
        ] as const
        const short = { ...day, ...clock, month: 'short', hourCycle: 'h23', timeZone } as const
        const long = { ...short, month: 'long', weekday: 'long', timeZoneName: 'short' } as const
        const { weekday, day: date, month, year, hour, minute, timeZoneName } = partsOf(instant, long)
        const shown = `${weekday}, ${date} ${month} ${year}, ${hour}.${minute} ${timeZoneName}`
        expect(longInstant(instant.toISOString(), timeZone)).toBe(shown)
        expect(shortInstant(instant.toISOString(), timeZone)).toBe(
          `${date}\u00a0${partsOf(instant, short).month}\u00a0${year}, ${hour}.${minute}`,
        )
      }),
    ),
  )
})

describe('distances are counted in days of the zone', () => {
  it.each([
    ['2026-03-31T15:59:59Z', 'hari ini'],
    ['2026-03-31T16:00:00Z', 'besok'],
    ['2026-03-30T15:00:00Z', 'kemarin'],
    ['2026-04-03T02:00:00Z', '3 hari lagi'],
    ['2026-03-27T02:00:00Z', '4 hari lalu'],
  ])('%s is %s', (instant, text) => expect(dayDistance(instant, now, wita)).toBe(text))
  it.each([
    ['2026-03-31T15:59:59Z', 'hari ini'],
    ['2026-03-31T01:59:59Z', 'lewat tenggat hari ini'],
    ['2026-03-27T15:59:59Z', 'terlambat 4 hari'],
  ])('a deadline at %s: %s', (due, text) => expect(untilDue(due, now, wita)).toBe(text))
  it.each([
    ['2026-03-31T01:59:40Z', 'baru saja'],
    ['2026-03-31T01:48:00Z', '12 menit lalu'],
    ['2026-03-30T23:00:00Z', '3 jam lalu'],
    ['2026-03-30T02:00:00Z', 'kemarin'],
  ])('%s was %s', (instant, text) => expect(ago(instant, now, wita)).toBe(text))
})

describe('parseDay', () => {
  it.each([
    ['31-3-2026', '2026-03-31'],
    ['31/3/2026', '2026-03-31'],
    ['31.03.26', '2026-03-31'],
    [' 1 2 2026 ', '2026-02-01'],
    ['31 Maret 2026', '2026-03-31'],
    ['5 agu 2026', '2026-08-05'],
    ['2026-3-1', '2026-03-01'],
    ['29-2-2024', '2024-02-29'],
  ])('reads %s', (text, day) => expect(parseDay(text)).toBe(day))
  it.each(['', '30-2-2026', '29-2-2026', '13/13/2026', '31-3', '3/31/2026', 'besok', '31-foo-2026', '1-1-1899'])(
    'does not guess at "%s"',
    text => expect(parseDay(text)).toBeNull(),
  )
  it('reads back what it writes', () => expect(parseDay(typedDay('2026-03-31'))).toBe('2026-03-31'))
})
