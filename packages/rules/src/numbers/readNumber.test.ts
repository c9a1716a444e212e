import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDecimal } from './decimal.ts'
import { formatNumber } from './formatNumber.ts'
import { bothReadings, type NumberReading, readingsOf, readNumber } from './readNumber.ts'

const plain = (value: string): NumberReading => ({ kind: 'number', value, how: 'plain' })
const rewritten = (value: string): NumberReading => ({ kind: 'number', value, how: 'rewritten' })
const unreadable: NumberReading = { kind: 'unreadable' }

/** text · as typed · as pasted, where that differs */
const table: [text: string, typed: NumberReading, pasted?: NumberReading][] = [
  ['1.234,56', plain('1234.56')],
  ['1,234.56', rewritten('1234.56')],
  ['12.5', rewritten('12.5')],
  ['1234.567', rewritten('1234.567')],
  [
    '1.234',
    { kind: 'number', value: '1234', how: 'ambiguous', other: '1.234' },
    { kind: 'confirm', value: '1234', other: '1.234' },
  ],
  [
    '1,234',
    { kind: 'number', value: '1.234', how: 'ambiguous', other: '1234' },
    { kind: 'confirm', value: '1.234', other: '1234' },
  ],
  [
    '-12.500',
    { kind: 'number', value: '-12500', how: 'ambiguous', other: '-12.5' },
    { kind: 'confirm', value: '-12500', other: '-12.5' },
  ],
  ['0.125', rewritten('0.125')],
  ['0,125', plain('0.125')],
  ['(12,5)', plain('-12.5')],
  ['Rp 1.500.000,00', plain('1500000')],
  ['Rp1.500.000,-', plain('1500000')],
  ['Rp 1.500,-', plain('1500')],
  ['rp. -5', plain('-5')],
  ['98,76 %', rewritten('98.76')],
  ['98,76%', rewritten('98.76')],
  ['−3', plain('-3')],
  ['１２．５', rewritten('12.5')],
  ['１.２３４，５', plain('1234.5')],
  ['  42 ', plain('42')],
  ['007', plain('7')],
  ['0', plain('0')],
  ['-0', plain('0')],
  ['0,00', plain('0')],
  ['12,50', plain('12.5')],
  ['1.500.000', plain('1500000')],
  ['3 100', rewritten('3100')],
  ['Rp 1\u00a0500\u202f000,25', rewritten('1500000.25')],
  ['-12 500', rewritten('-12500')],
  ['3 100,500', rewritten('3100.5')],
  ['1,500,000', rewritten('1500000')],
  ['1,500,000.5', rewritten('1500000.5')],
  ['-', { kind: 'state', offers: ['nil', 'notApplicable', 'notYetAvailable'] }],
  ['N/A', { kind: 'state', offers: ['notApplicable', 'notYetAvailable'] }],
  ['nihil', { kind: 'state', offers: ['nil'] }],
  ['Nihil', { kind: 'state', offers: ['nil'] }],
  ['Belum tersedia', { kind: 'state', offers: ['notYetAvailable'] }],
  ['', { kind: 'empty' }],
  [' \u00a0 ', { kind: 'empty' }],
  ['3 10', unreadable],
  ['3100 200', unreadable],
  ['3 1000', unreadable],
  ['0 100', unreadable],
  ['3.100 200', unreadable],
  ['3 100.200.300', unreadable],
  ['3 100 x', unreadable],
  ['1.23.4', unreadable],
  ['12,', unreadable],
  ['1e3', unreadable],
  ['.5', unreadable],
  ['1.23,4', unreadable],
  ['1.234.56', unreadable],
  ['1,234,5', unreadable],
  ['1.234,5,6', unreadable],
  ['0.123,4', unreadable],
  ['12²', unreadable],
  ['--3', unreadable],
  ['(-3)', unreadable],
  ['-Rp -3', unreadable],
  ['12,5x', unreadable],
  ['12 orang', unreadable],
  ['1234567890123456789', unreadable],
  ['0,12345678901', unreadable],
  ['Infinity', unreadable],
  ['0x10', unreadable],
]

describe('reading a number', () => {
  it.each(table)('reads %j as an Indonesian does', (text, typed, pasted = typed) => {
    expect(readNumber(text, 'typed')).toEqual(typed)
    expect(readNumber(text, 'pasted')).toEqual(pasted)
  })

  it.each(['orang', 'Unit', ' dokumen ', 'unit rumah', 'Rp', 'rupiah'])(
    'groups by three in %j without a question',
    unit => {
      for (const source of ['typed', 'pasted'] as const) {
        const read = (text: string) => readNumber(text, source, { unit })
        for (const text of ['1.234', '1,234', 'Rp 1.234']) expect(read(text)).toEqual(plain('1234'))
        expect(read('-12.500')).toEqual(plain('-12500'))
        expect(read('1.234,56')).toEqual(plain('1234.56'))
        expect(read('12,5')).toEqual(plain('12.5'))
        expect(read('0,125')).toEqual(plain('0.125'))
        expect(read('1.23')).toEqual(rewritten('1.23'))
      }
    },
  )

  it('says how it read a share where no share is measured, and not where one is', () => {
    expect(readNumber('50 %', 'typed', { unit: null })).toEqual(rewritten('50'))
    expect(readNumber('50 %', 'typed', { unit: '%' })).toEqual(plain('50'))
    expect(readNumber('50 %', 'typed', { unit: 'skor' })).toEqual(rewritten('50'))
  })

  it.each(['km', 'Ha', 'hari kerja', 'm²', 'orang', 'Rp'])('takes no share for a number of %j', unit => {
    expect(readNumber('50 %', 'typed', { unit })).toEqual({ kind: 'share' })
    expect(readNumber('1.234', 'pasted', { unit: 'km' })).toMatchObject({ kind: 'confirm' })
  })

  it.each(['%', 'km', 'ton/ha', 'orang per km²', 'juta rupiah', 'indeks', '', null])('asks in %j', unit => {
    expect(readNumber('1.234', 'pasted', { unit })).toMatchObject({ kind: 'confirm', value: '1234', other: '1.234' })
    expect(readNumber('1,234', 'typed', { unit })).toMatchObject({ how: 'ambiguous', value: '1.234', other: '1234' })
  })

  it('groups where the field takes no decimals, whatever it counts', () => {
    expect(readNumber('1,234', 'pasted', { unit: 'km', decimals: 0 })).toEqual(plain('1234'))
    expect(readNumber('1,234', 'pasted', { unit: 'km', decimals: 2 })).toMatchObject({ kind: 'confirm' })
  })

  const group = fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.nat(999))
    .map(([a, b]) => [String(a), String(b).padStart(3, '0')])
  const source = fc.constantFrom<('typed' | 'pasted')[]>('typed', 'pasted')

  it('is never ambiguous for whole things, and reads both separators alike', () => {
    fc.assert(
      fc.property(group, fc.constantFrom('orang', 'dokumen', 'Rp'), source, ([a, b], unit, from) => {
        const [dot, comma] = ['.', ','].map(mark => readNumber(`${a}${mark}${b}`, from, { unit }))
        expect(dot).toEqual(plain(`${a}${b}`))
        expect(comma).toEqual(dot)
      }),
    )
  })

  it('is changed by the unit only where it is ambiguous without it', () => {
    const noisy = fc.string({ unit: fc.constantFrom(...'0123456789.,- '), maxLength: 14 })
    fc.assert(
      fc.property(noisy, source, (text, from) => {
        const without = readNumber(text, from)
        const asked = without.kind === 'confirm' || (without.kind === 'number' && without.how === 'ambiguous')
        const counted = readNumber(text, from, { unit: 'orang' })
        if (!asked) expect(counted).toEqual(without)
        else expect(readingsOf(text)).toContain(counted.kind === 'number' ? counted.value : '')
      }),
      { numRuns: 1000 },
    )
  })

  it('describes how each reading takes the separator', () => {
    expect(bothReadings('1.234')).toEqual({ thousands: '1234', decimals: '1.234' })
    expect(bothReadings('-1,000 %')).toEqual({ thousands: '-1000', decimals: '-1' })
    expect(bothReadings('１，２００')).toEqual({ thousands: '1200', decimals: '1.2' })
    for (const [text, unit] of [
      ['1.234', 'orang'],
      ['12,5', ''],
      ['nihil', ''],
      ['x', ''],
    ] as const)
      expect(bothReadings(text, { unit })).toBeNull()
  })

  it('is linear in a hostile text', () => {
    const seconds = (length: number) => {
      const start = performance.now()
      for (const text of [
        `0,${'0'.repeat(length)}1`,
        `${'1.'.repeat(length / 2)}`,
        `(${'-'.repeat(length)}`,
        '0'.repeat(length),
      ])
        readNumber(text, 'pasted')
      return performance.now() - start
    }
    seconds(1000)
    expect(seconds(400_000)).toBeLessThan(1000)
  })

  const decimals = fc
    .tuple(
      fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n }),
      fc.nat(10),
      fc.bigInt({ min: 0n, max: 10n ** 10n - 1n }),
    )
    .map(([whole, places, fraction]) => {
      const digits = fraction.toString().padStart(10, '0').slice(0, places).replace(/0+$/, '')
      return digits ? `${whole}.${digits}` : String(whole)
    })

  it('reads back what was printed, whatever the number', () => {
    fc.assert(
      fc.property(decimals, value => {
        expect(isDecimal(value)).toBe(true)
        const typed = readNumber(formatNumber(value), 'typed')
        expect(typed).toMatchObject({ kind: 'number', value })
        const pasted = readNumber(formatNumber(value), 'pasted')
        expect(pasted.kind === 'number' || pasted.kind === 'confirm').toBe(true)
        expect(pasted).toMatchObject({ value })
      }),
    )
  })

  it('never counts pasted text as a number where the other reading differs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.nat(999), fc.constantFrom('.', ','), (a, b, separator) => {
        const text = `${a}${separator}${String(b).padStart(3, '0')}`
        expect(readNumber(text, 'pasted').kind).toBe('confirm')
      }),
    )
  })

  it('gives one text per number and never fails, whatever the text', () => {
    const noisy = fc.string({ unit: fc.constantFrom(...'0123456789.,-−()%Rp e１，．²\u00a0'), maxLength: 24 })
    fc.assert(
      fc.property(fc.oneof(noisy, fc.string()), fc.constantFrom('typed', 'pasted'), (text, source) => {
        const reading = readNumber(text, source)
        if ('value' in reading) expect(isDecimal(reading.value)).toBe(true)
        if ('other' in reading) expect(isDecimal(reading.other)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('never reads a word for nothing as zero', () => {
    for (const text of ['-', '–', 'N/A', 'n.a.', 'nihil', 'NIL', 'tidak ada', 'tidak berlaku', 'belum ada', '']) {
      expect(['state', 'empty']).toContain(readNumber(text, 'typed').kind)
    }
  })
})
