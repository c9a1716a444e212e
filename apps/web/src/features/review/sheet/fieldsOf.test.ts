import type { FrozenRow } from '@sepakat/rules'
import { describe, expect, it } from 'vitest'
import { firstAnswers, kind, revision } from '../testing/revision.ts'
import { isFlat, linesOf } from './fieldsOf.ts'

const body = revision(1, firstAnswers)
const service = (values: FrozenRow['values']): FrozenRow => ({
  table: 'services',
  id: 'satu',
  parent: null,
  label: 'Layanan satu',
  fields: { remark: 'Keterangan', served: 'Terlayani', due: 'Sasaran' },
  values,
  blocks: [],
})
const unchanged = () => false

describe('linesOf', () => {
  it('lists together optional answers that are empty', () =>
    expect(linesOf(service({ due: '1' }), kind, unchanged)).toEqual({ shown: ['due', 'served'], spare: ['remark'] }))
  it('shows an emptied one as a line, since that is a change', () =>
    expect(linesOf(service({ due: '1' }), kind, field => field === 'remark').spare).toEqual([]))
  it('shows of a declared row only what it keeps', () =>
    expect(linesOf(service({ state: 'nil', due: '1' }), kind, unchanged)).toEqual({ shown: ['due'], spare: [] }))
  it('does not repeat the answer that names the row', () => {
    const item = { ...service({ problem: 'Jauh', remedy: 'Perahu' }), table: 'problems', label: 'Jauh' }
    const fields = { problem: 'Permasalahan', remedy: 'Solusi' }
    expect(linesOf({ ...item, fields }, kind, unchanged).shown).toEqual(['remedy'])
    expect(linesOf({ ...item, fields }, kind, field => field === 'problem').shown).toEqual(['problem', 'remedy'])
  })
})

describe('isFlat', () => {
  const [section] = body.sections
  const blocks = section?.blocks[0]?.rows[0]?.blocks ?? []
  const none = () => 0
  it('shows short rows as a table', () => expect(blocks.map(block => isFlat(block, kind, none))).toEqual([true, true]))
  it('shows cards, empty lists and rows with many figures one below the other', () => {
    expect(isFlat(section!.blocks[0]!, kind, none)).toBe(false)
    expect(isFlat({ ...blocks[1]!, rows: [] }, kind, none)).toBe(false)
    expect(isFlat(blocks[0]!, kind, () => 9)).toBe(false)
  })
})
