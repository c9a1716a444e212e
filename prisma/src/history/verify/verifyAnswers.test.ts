import type { Place } from '@sepakat/rules'
import { describe, expect, it } from 'vitest'
import { type ReplayedChange, replayAnswers } from './replayAnswers.ts'
import { verifyAnswers } from './verifyAnswers.ts'

const at = '2026-03-01T10:59:00.000000Z'
const change = (seq: number, op: string, field: string, to: ReplayedChange['to']): ReplayedChange => {
  return { seq, table: 'items', row: 'r', field, op, to, by: 'post:x', at }
}
const place: Place = { parent: 'p', position: 'a0' }
const changes = [
  change(1, 'add', '', place),
  change(2, 'set', 'name', 'Satu'),
  change(3, 'remove', '', null),
  change(4, 'add', '', { parent: null, position: 'a1' }),
  change(5, 'clear', 'name', null),
]
const cell = (v: string | boolean | null, rev: number) => ({
  v,
  rev,
  by: 'post:x' as const,
  at: '2026-03-01T10:59:00.000Z',
})
const fields = { $parent: cell('p', 1), $position: cell('a1', 4), name: cell(null, 5), $removed: cell(null, 4) }
const standing = { submission: 's', version: 5, rows: [{ table: 'items', row: 'r', fields }], changes }

describe('answers that follow from their changes', () => {
  it('are those that saving writes: places, removals, what comes back', () => {
    expect(replayAnswers(changes).get('/items/r')).toEqual(fields)
    expect(verifyAnswers(standing)).toEqual([])
  })

  it('are compared with what is stored, cell by cell', () => {
    const other = { ...fields, name: cell('Dua', 5), extra: cell('x', 6) }
    const found = verifyAnswers({ ...standing, rows: [{ table: 'items', row: 'r', fields: other }] })
    expect(found.map(({ where, message }) => [where, message])).toEqual([
      ['laporan s, isian /items/r/name', 'Isian sekarang "Dua", bukan null seperti menurut perubahan nomor 5.'],
      ['laporan s, isian /items/r/extra', 'Isian "x" tidak berasal dari perubahan yang tercatat.'],
    ])
    expect(verifyAnswers({ ...standing, rows: [] })).toHaveLength(4)
  })

  it('need every change up to the version of the report, and none beyond', () => {
    expect(verifyAnswers({ ...standing, changes: changes.slice(0, 4) })[0]).toMatchObject({
      code: 'change-missing',
      message: 'Perubahan isian nomor 5 tidak ada lagi.',
    })
    expect(verifyAnswers({ ...standing, version: 4 })).toMatchObject([{ code: 'change-changed', at }])
  })
})
