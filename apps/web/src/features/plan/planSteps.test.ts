import { describe, expect, it } from 'vitest'
import { assignmentsState, obligationsState, periodsState, wavesOf, wavesState } from './planSteps.ts'
import type { Period, Wave } from './queries.ts'

const forms = [{ form: 'spm/triwulan', period: 'quarter' as const }]
const period = (key: string, practice = false) => ({ form: 'spm/triwulan', key, practice }) as Period
const wave = (fromPeriod: string, ...offices: string[]) =>
  ({ id: fromPeriod, fromPeriod, offices: offices.map(id => ({ id, name: id })) }) as Wave
const quarters = [1, 2, 3, 4].map(n => period(`2027-TW${n}`))

describe('the state of a step', () => {
  it.each([
    [[], false, 'Belum ada periode'],
    [[period('2027-TW1-latihan', true)], false, 'Belum ada periode'],
    [[period('2027-TW1')], false, '3 periode belum dibuat'],
    [quarters, true, '4 periode'],
  ])('periods', (periods, done, words) => expect(periodsState(forms, periods, 2027)).toEqual({ done, words }))

  it.each([
    [3, 1, false, '3 baris tanpa pengampu, 1 baris berpengampu dua'],
    [0, 2, false, '2 baris berpengampu dua'],
    [0, 0, true, 'Semua baris ada pengampunya'],
  ])('assignments', (unowned, double, done, words) =>
    expect(assignmentsState({ rows: unowned, more: false }, { rows: double, more: false })).toEqual({ done, words }),
  )
  it('counts assignments beyond one page', () =>
    expect(assignmentsState({ rows: 200, more: true }, { rows: 0, more: false }).words).toBe(
      'Lebih dari 200 baris tanpa pengampu',
    ))

  it('counts waves by office once, from their year on', () => {
    const waves = [wave('2026-TW1', 'a', 'b'), wave('2027-TW3', 'b', 'c'), wave('2028', 'd')]
    expect(wavesOf(waves, 2027).map(one => one.id)).toEqual(['2026-TW1', '2027-TW3'])
    expect(wavesState(waves, 2027, 0)).toEqual({ done: true, words: '3 perangkat daerah dalam 2 gelombang' })
    expect(wavesState(waves, 2027, 2)).toEqual({
      done: false,
      words: '3 perangkat daerah dalam 2 gelombang, 2 belum masuk gelombang',
    })
    expect(wavesState(waves, 2025, 0).done).toBe(false)
  })

  it.each([
    [4, 2, 0, false, '4 kewajiban belum dibuat'],
    [0, 0, 0, false, 'Belum ada kewajiban'],
    [0, 6, 0, true, '6 kewajiban sudah dibuat'],
    [0, 6, 1, true, '6 kewajiban, 1 tidak diminta lagi'],
  ])('obligations', (added, existing, orphans, done, words) =>
    expect(obligationsState({ added, existing, orphans })).toEqual({ done, words }),
  )
})
