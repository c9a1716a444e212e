import { describe, expect, it } from 'vitest'
import { type Scope, scopeErrors } from './AnswerScope.tsx'

const today = '2026-11-24'
const scope: Scope = { day: '2026-12-01', all: true, anchors: [] }

describe('scopeErrors', () => {
  it('accepts a future day, all open', () => expect(scopeErrors(scope, today)).toEqual({}))
  it('accepts today', () => expect(scopeErrors({ ...scope, day: today }, today)).toEqual({}))
  it.each([
    ['', 'Isi sampai kapan jawaban ditunggu.'],
    [null, 'Tulis tanggal seperti 31-03-2026.'],
    ['2026-11-23', 'Tanggal ini sudah lewat. Pilih hari ini atau sesudahnya.'],
  ])('refuses %s', (day, said) => expect(scopeErrors({ ...scope, day }, today)).toEqual({ day: said }))
  it('requires at least one row where not all is open', () => {
    expect(scopeErrors({ ...scope, all: false }, today)).toHaveProperty('anchors')
    expect(scopeErrors({ ...scope, all: false, anchors: ['/a/b'] }, today)).toEqual({})
  })
})
