import { describe, expect, it } from 'vitest'
import { unreadMessage } from '../form/cellFindings.ts'
import { readingsOf } from '../numbers/readNumber.ts'
import { isCellOf } from '../saving/cell.ts'
import type { Cell } from '../types/Answers.ts'
import type { Field } from '../types/Kind.ts'
import { shownCell } from '../words/shownCell.ts'
import { fieldTypeOf, isNumeric } from './fieldTypeOf.ts'
import { readCell } from './readCell.ts'

const options = [{ id: 'wtp', label: 'Wajar Tanpa Pengecualian' }]
const specs: { [T in Field['type']]: Omit<Extract<Field, { type: T }>, 'label'> } = {
  number: { type: 'number' },
  measure: { type: 'measure' },
  text: { type: 'text', max: 60 },
  prose: { type: 'prose' },
  choice: { type: 'choice', options },
  boolean: { type: 'boolean' },
  date: { type: 'date' },
  ref: { type: 'ref', to: 'rows' },
  office: { type: 'office' },
}
const fieldOf = (type: Field['type']): Field => ({ label: 'Isian', ...specs[type] }) as Field

describe('a share', () => {
  it.each(['orang', 'paket', 'Rp'])('of %s is kept as typed, not taken for their number', unit => {
    for (const source of ['typed', 'pasted'] as const)
      for (const text of ['50 %', '50%', '(50 %)', '12,5％'])
        expect(readCell(fieldOf('number'), text, source, { unit })).toMatchObject({ cell: { asTyped: text } })
  })

  it('says what to write instead, and offers its number nowhere', () => {
    expect(readingsOf('50 %', { unit: 'orang' })).toEqual([])
    expect(unreadMessage({ type: 'number' }, '50 %', { unit: 'orang' })).toBe(
      '“50 %” adalah persen. Tulis jumlahnya dalam orang, misalnya 1.234.',
    )
  })

  it.each(['%', 'indeks', null])('in a row of %s is a number', unit => {
    expect(readCell(fieldOf('number'), '50%', 'typed', { unit })).toMatchObject({ cell: '50' })
  })
})

describe.each<[Field['type'], written: string, cell: Cell, shown: string]>([
  ['number', '1.234,5', '1234.5', '1.234,5'],
  ['measure', 'BB', 'BB', 'BB'],
  ['measure', '12,5', '12.5', '12,5'],
  ['text', 'Dermaga', 'Dermaga', 'Dermaga'],
  ['prose', '**Tebal**', '**Tebal**', '**Tebal**'],
  ['choice', ' wajar tanpa pengecualian', 'wtp', 'Wajar Tanpa Pengecualian'],
  ['boolean', 'ya', true, 'Ya'],
  ['boolean', 'x', false, 'Tidak'],
  ['date', '31/3/2026', '2026-03-31', '31\u00a0Mar\u00a02026'],
  ['ref', 'Wajar Tanpa Pengecualian', 'wtp', 'Wajar Tanpa Pengecualian'],
  ['office', 'WTP', 'wtp', 'Wajar Tanpa Pengecualian'],
])('%s', (type, written, cell, shown) => {
  const field = fieldOf(type)

  it(`reads ${written} as a value of its own and shows it as ${shown}`, () => {
    expect(readCell(field, written, 'typed', { rows: options })).toMatchObject({ cell })
    expect(isCellOf(field, cell)).toBe(true)
    expect(shownCell(field, cell, { rows: options })).toBe(shown)
  })

  it('empties the cell on a blank text, and accepts no empty value', () => {
    expect(readCell(field, '  ', 'typed')).toEqual({ cell: null })
    expect(isCellOf(field, '')).toBe(false)
  })
})

it('keeps an unreadable text as typed, 200 characters at most', () => {
  for (const type of ['number', 'choice', 'boolean', 'date', 'ref', 'office'] as const)
    expect(readCell(fieldOf(type), ` ?${'1'.repeat(300)}`, 'typed').cell).toEqual({ asTyped: `?${'1'.repeat(199)}` })
})

it('has the display properties of each type', () => {
  const said = Object.keys(specs).map(type => {
    const field = fieldOf(type as Field['type'])
    const { empty, room, width } = fieldTypeOf(field)
    return [type, isNumeric(field), empty, room(field), width(field)]
  })
  expect(said).toEqual([
    ['number', true, '–', 0, 150],
    ['measure', true, '–', 0, 150],
    ['text', false, '–', 60, 130],
    ['prose', false, '–', Number.POSITIVE_INFINITY, 260],
    ['choice', false, '–', 0, 150],
    ['boolean', false, 'Tidak', 0, 184],
    ['date', false, '–', 0, 150],
    ['ref', false, '–', 0, 150],
    ['office', false, '–', 0, 150],
  ])
})

it('a text that is no day is shown as it is', () => {
  const day = { type: 'date', label: 'Tanggal' } as const
  expect(fieldTypeOf(day).shown(day, 'kapan-kapan', {})).toBe('kapan-kapan')
})
