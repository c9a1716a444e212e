// Reads typed or pasted numbers as an Indonesian would. Text is rewritten only where it has one reading; an
// ambiguous one (a single separator before exactly three digits, where the unit may have decimals) is shown when typed and
// asked about when pasted.

import type { Declared } from '../types/Answers.ts'
import type { Decimal } from '../types/Decimal.ts'
import { isDecimal } from './decimal.ts'
import { type Counted, groupsThousands, isNoShare, isPercentUnit } from './wholeUnits.ts'

export type NumberReading =
  | { kind: 'number'; value: Decimal; how: 'plain' | 'rewritten' }
  | { kind: 'number'; value: Decimal; how: 'ambiguous'; other: Decimal }
  | { kind: 'confirm'; value: Decimal; other: Decimal }
  | { kind: 'state'; offers: Declared[] }
  | { kind: 'share' }
  | { kind: 'empty' }
  | { kind: 'unreadable' }

const unreadable: NumberReading = { kind: 'unreadable' }

const states: [RegExp, Declared[]][] = [
  [/^(nihil|nil|tidak ada)$/, ['nil']],
  [/^[-–—−]+$/, ['nil', 'notApplicable', 'notYetAvailable']],
  [/^(n\/a|n\.a\.?|na|#n\/a)$/, ['notApplicable', 'notYetAvailable']],
  [/^tidak berlaku$/, ['notApplicable']],
  [/^(belum tersedia|belum ada)$/, ['notYetAvailable']],
]

/** Full-width forms and odd spaces to plain ones. Not NFKC: that would turn `12²` into 122. */
const plainCharacters = (text: string): string =>
  text
    .replace(/[！-～]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u00a0\u202f\u3000]+/g, ' ')
    .trim()

/** Digits in groups of three with a space between, as a PDF or a spreadsheet of other lands writes them: `3 100 000,5`. */
const spaced = /(?<![\d.,] ?)[1-9]\d{0,2}(?: \d{3})+(?! ?\d)/

const groups = (separator: '.' | ',') => (separator === '.' ? /^[1-9]\d{0,2}(\.\d{3})+$/ : /^[1-9]\d{0,2}(,\d{3})+$/)

const stripped = (text: string): string => text.replace(/[.,]/g, '')

/** Not by a pattern: `/0+$/` looks again from every zero of a text that ends in something else. */
function withoutEndingZeros(digits: string): string {
  let end = digits.length
  while (digits[end - 1] === '0') end -= 1
  return digits.slice(0, end)
}

/** Digits and separators to the one text of the number; null where it is longer than an answer may be. */
function canonical(sign: string, whole: string, fraction = ''): Decimal | null {
  const trimmed = withoutEndingZeros(fraction)
  const text = (stripped(whole).replace(/^0+(?=\d)/, '') || '0') + (trimmed && `.${trimmed}`)
  const value = text === '0' ? text : sign + text
  return isDecimal(value) ? value : null
}

const number = (value: Decimal | null, how: 'plain' | 'rewritten'): NumberReading =>
  value === null ? unreadable : { kind: 'number', value, how }

function bothSeparators(sign: string, body: string): NumberReading {
  const decimal = body.lastIndexOf(',') > body.lastIndexOf('.') ? ',' : '.'
  const [whole = '', fraction = '', ...more] = body.split(decimal)
  if (more.length > 0 || !groups(decimal === ',' ? '.' : ',').test(whole) || !/^\d+$/.test(fraction)) return unreadable
  return number(canonical(sign, whole, fraction), decimal === ',' ? 'plain' : 'rewritten')
}

function oneSeparator(
  sign: string,
  body: string,
  separator: '.' | ',',
  source: 'typed' | 'pasted',
  counted: Counted,
): NumberReading {
  const indonesian = separator === ','
  const [whole = '', fraction = '', ...more] = body.split(separator)
  const grouped = groups(separator).test(body) ? canonical(sign, body) : null
  if (more.length > 0) return number(grouped, indonesian ? 'rewritten' : 'plain')
  if (!/^\d+$/.test(whole) || !/^\d+$/.test(fraction)) return unreadable
  const decimal = canonical(sign, whole, fraction)
  if (grouped === null || decimal === null) return number(decimal, indonesian ? 'plain' : 'rewritten')
  if (groupsThousands(counted)) return number(grouped, 'plain')
  const [value, other] = indonesian ? [decimal, grouped] : [grouped, decimal]
  return source === 'typed' ? { kind: 'number', value, how: 'ambiguous', other } : { kind: 'confirm', value, other }
}

/**
 * Reads a number as typed into a field, or pasted or imported as text. `counted`: its unit and the decimals of its field, which
 * settle what a separator before three digits means (design §3).
 * `how`: plain (Indonesian, or bare digits) · rewritten (one reading, English, or without its percent sign) · ambiguous (read as Indonesian, `other` is the English reading).
 * `share`: a percentage of things, money, lengths, days, which it is not a number of.
 * `confirm` does not count as filled until a person chose; `state` offers declared states and is never 0.
 */
export function readNumber(text: string, source: 'typed' | 'pasted', counted: Counted = {}): NumberReading {
  const plain = plainCharacters(text)
  if (plain === '') return { kind: 'empty' }
  const state = states.find(([pattern]) => pattern.test(plain.toLowerCase()))
  if (state) return { kind: 'state', offers: state[1] }

  const inner = /^\((.*)\)$/.exec(plain)?.[1]
  const said = (inner ?? plain).trim()
  const joined = said.replace(spaced, grouped => grouped.replaceAll(' ', ''))
  const parts = /^([-+−–]?) ?(?:(?:rp\.?|idr) ?([-+−–]?) ?)?(\d[\d.,]*)(,-{1,2})?( ?%)?$/i.exec(joined)
  if (!parts) return unreadable
  const [, before = '', after = '', digits = '', dash, percent] = parts
  if (percent && isNoShare(counted)) return { kind: 'share' }
  const signs = before + after
  if (signs.length > (inner === undefined ? 1 : 0)) return unreadable
  const sign = inner !== undefined || /[-−–]/.test(signs) ? '-' : ''
  const body = dash ? `${digits},00` : digits // "Rp 1.500,-"

  const read = digitsRead(sign, body, source, counted)
  // said as it is read: a field that names no unit may count anything
  const isUnsaid = joined !== said || (percent !== undefined && !isPercentUnit(counted.unit ?? ''))
  return isUnsaid && read.kind === 'number' && read.how === 'plain' ? { ...read, how: 'rewritten' } : read
}

function digitsRead(sign: string, body: string, source: 'typed' | 'pasted', counted: Counted): NumberReading {
  if (!/[.,]/.test(body)) return number(canonical(sign, body), 'plain')
  if (body.includes('.') && body.includes(',')) return bothSeparators(sign, body)
  return oneSeparator(sign, body, body.includes(',') ? ',' : '.', source, counted)
}

/** The readings of a text that was kept as it was typed, the Indonesian first; none where it is no number. */
export function readingsOf(text: string, counted: Counted = {}): Decimal[] {
  const reading = readNumber(text, 'pasted', counted)
  if (reading.kind === 'confirm') return [reading.value, reading.other]
  return reading.kind === 'number' ? [reading.value] : []
}

/** What the one separator of an ambiguous text means: groups of three digits, or decimals. */
export type Separator = 'thousands' | 'decimals'

/** The two readings of an ambiguous text by what its separator means; null where there is nothing to ask. */
export function bothReadings(text: string, counted: Counted = {}): Record<Separator, Decimal> | null {
  const reading = readNumber(text, 'pasted', counted)
  if (reading.kind !== 'confirm') return null
  const { value, other } = reading
  return plainCharacters(text).includes(',')
    ? { thousands: other, decimals: value }
    : { thousands: value, decimals: other }
}
