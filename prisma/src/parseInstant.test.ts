import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { parseInstant } from './parseInstant.ts'

const upstream = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text') as (text: string) => unknown

describe('an instant of PostgreSQL', () => {
  test.each([
    ['2026-03-31 09:30:05+00', '2026-03-31T09:30:05.000Z'],
    ['2026-03-31 09:30:05.1+00', '2026-03-31T09:30:05.100Z'],
    ['2026-03-31 09:30:05.12+00', '2026-03-31T09:30:05.120Z'],
    ['2026-03-31 09:30:05.007+00', '2026-03-31T09:30:05.007Z'],
    ['2026-03-31 09:30:05.123999+00', '2026-03-31T09:30:05.123Z'],
    ['2024-02-29 23:59:59.999999+00', '2024-02-29T23:59:59.999Z'],
    ['0100-01-01 00:00:00+00', '0100-01-01T00:00:00.000Z'],
  ])('%s', (text, iso) => {
    expect((parseInstant(text) as Date).toISOString()).toBe(iso)
  })

  test.each([
    'infinity',
    '-infinity',
    '0044-03-15 12:00:00+00 BC',
    '0044-03-15 12:00:00+00',
    '12026-03-31 09:30:05+00',
    '2026-03-31 09:30:05+07',
    '2026-03-31 09:30:05.5+05:30',
    '2026-03-31 09:30:05.25-03',
  ])('%s, as pg reads it', text => {
    expect(parseInstant(text)).toEqual(upstream(text))
  })

  test('whatever the millisecond', () => {
    for (let ms = 0; ms < 1000; ms++) {
      const at = new Date(Date.UTC(2026, 11, 1, 5, 46, 13, ms))
      expect(parseInstant(at.toISOString().replace('T', ' ').replace('Z', '+00'))).toEqual(at)
    }
  })
})
