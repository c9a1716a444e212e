import { describe, expect, it } from 'vitest'
import { before, evaluate, idOf, told } from '../../test/lppdForms.ts'
import { kind } from '../kinds/lppd-tahunan/kind.ts'
import type { Source } from '../types/Scope.ts'
import { usesArchive, valueBefore } from './valueBefore.ts'

const id = idOf('2.l.1')
const read = (status: Source['status'], cells: Record<string, string> = { current: '1500' }) => {
  const more = before(told('2.l.1', { current: '1250' }), status)
  const { figures } = evaluate(told('2.l.1', cells), { rows: [id], ...more })
  const at = { kind, period: '2026', sources: more.sources }
  const of = (field: string) => valueBefore(at, { table: 'indicators', id }, field, figures)
  return { of, marked: figures.filter(figure => usesArchive(figure, more.sources)).map(({ code }) => code) }
}

describe('last year’s value in place of an answer', () => {
  it('is what the growth was computed from, with its year', () => {
    expect(read('approved').of('previous')).toEqual({ text: '1.250', from: 'Tahun 2025', archive: false })
    expect(read('archive').of('previous')).toEqual({ text: '1.250', from: 'Tahun 2025', archive: true })
  })

  it('is none where the growth used the typed value, and for fields that ask for this year', () => {
    expect(read('draft', { current: '1500', previous: '1200' }).of('previous')).toBeNull()
    expect(read('archive').of('current')).toBeNull()
  })

  it('marks the figures that were computed with unverified values', () => {
    expect(read('archive').marked).toEqual(['lppd.ikk'])
    expect(read('approved').marked).toEqual([])
  })
})
