import { expect, it } from 'vitest'
import { figureOfRegion, type Given, regionOfOffices } from '#test/regionOfOffices.ts'
import { kind } from './kind.ts'

const component = 'perencanaan-kinerja'
const evaluated = (score: string, own: string, planning: string): Given => ({
  'sakip.score': score,
  'sakip.ownScore': own,
  [`sakip.score/${component}`]: planning,
})
const recap = regionOfOffices(kind, {
  a: evaluated('90', '95', '27'), // exactly 90 is A
  b: evaluated('80.004', '88', '24.5'), // 80,00 is BB: rounded to two places first
  c: evaluated('58.5', '70', '16'),
  waits: { 'sakip.ownScore': '81' },
})
const figure = (key: string) => figureOfRegion(recap, key)

it('averages what was evaluated, and names who still waits for it', () => {
  expect(figure('sakip.regionScore')).toMatchObject({
    value: '76.168', // (90 + 80,004 + 58,5) ÷ 3
    band: null,
    derivation: { left: [{ at: 'waits:figure:sakip.score/', why: 'empty' }] },
  })
  expect(figure('sakip.regionOwnScore').value).toBe('83.5')
  expect(figure(`sakip.regionPart/${component}`).value).toBe('22.5')
})

it('counts offices by predicate', () => {
  const counts = recap.figures.filter(({ code }) => code === 'sakip.officesIn')
  expect(Object.fromEntries(counts.map(({ row, value }) => [recap.labels.get(row), value]))).toEqual({
    'AA (Sangat Memuaskan)': '0',
    'A (Memuaskan)': '1',
    'BB (Sangat Baik)': '1',
    'B (Baik)': '0',
    'CC (Cukup)': '1',
    'C (Kurang)': '0',
    'D (Sangat Kurang)': '0',
  })
})
