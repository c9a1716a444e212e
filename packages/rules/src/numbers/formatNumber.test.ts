import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText, divide, exact, isDecimal } from './decimal.ts'
import { formatNumber, roundShown } from './formatNumber.ts'

describe('a number on the screen', () => {
  it.each([
    ['1234.5', undefined, '1.234,5'],
    ['1234.5', 2, '1.234,50'],
    ['0', 2, '0,00'],
    ['-1234567', undefined, '-1.234.567'],
    ['99.9992', 2, '100,00'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['-0.4', 0, '0'],
    ['1.005', 2, '1,01'],
    ['12345678901234567890.123456', undefined, '12.345.678.901.234.567.890,123456'],
  ])('shows %s with %s decimals as %s', (value, decimals, shown) => {
    expect(formatNumber(value, { decimals })).toBe(shown)
  })

  it('agrees with the Indonesian format of the platform, which takes decimal text', () => {
    const value = fc
      .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(999_999))
      .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(6, '0')}`)
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 8 }), (text, decimals) => {
        const platform = new Intl.NumberFormat('id-ID', {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        }).format(text as Intl.StringNumericLiteral)
        expect(formatNumber(text, { decimals })).toBe(platform.replace(/^-(0(,0*)?)$/, '$1'))
      }),
    )
  })

  it('rounds half away from zero, once', () => {
    expect(roundShown('0.125', 2)).toBe('0.13')
    expect(roundShown('-0.125', 2)).toBe('-0.13')
    expect(roundShown('54.94444', 2)).toBe('54.94')
    expect(roundShown('-0.001', 2)).toBe('0')
  })
})

describe('an exact number', () => {
  it('has one text', () => {
    for (const text of ['0', '-0.5', '12', '123456789012345678.0123456789']) expect(isDecimal(text)).toBe(true)
    for (const text of [
      '-0',
      '01',
      '1.',
      '.5',
      '1.50',
      '+1',
      '1e3',
      ' 1',
      '',
      '1,5',
      '1234567890123456789',
      '0.00000000001',
    ])
      expect(isDecimal(text)).toBe(false)
  })

  it('keeps 34 places of a quotient and all of a product', () => {
    expect(decimalText(exact('1').div(exact('3')))).toBe(`0.${'3'.repeat(34)}`)
    expect(decimalText(exact('2').div(exact('3')))).toBe(`0.${'6'.repeat(33)}7`)
    expect(decimalText(exact('123456789012345678').times(exact('123456789012345678')))).toBe(
      '15241578753238836527968299765279684',
    )
    expect(decimalText(exact('0').times(exact('-1')))).toBe('0')
  })

  it('divides exactly as the decimal library does', () => {
    const any = fc
      .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.nat(36))
      .map(([whole, shift]) => exact(`${whole}e-${shift}`))
    fc.assert(
      fc.property(any, any, (a, b) => {
        fc.pre(!b.eq('0'))
        expect(decimalText(divide(a, b))).toBe(decimalText(a.div(b)))
      }),
      { numRuns: 2000 },
    )
    for (const [a, b] of [
      ['0', '-7'],
      ['-1', '3'],
      ['1', '8'],
      ['1e-34', '2'],
      ['-1e-34', '2'],
      ['1e-40', '1'],
      ['1e30', '3'],
    ] as const) {
      expect(decimalText(divide(exact(a), exact(b)))).toBe(decimalText(exact(a).div(exact(b))))
    }
    expect(() => divide(exact('1'), exact('0'))).toThrow()
  })

  it('refuses floats', () => {
    expect(() => exact(JSON.parse('0.1'))).toThrow()
    expect(() => exact('twelve')).toThrow()
  })
})
