import { describe, expect, it } from 'vitest'
import { makeFigure } from '../figures/makeFigure.ts'
import type { Derivation, Figure } from '../types/Figure.ts'
import { shortFormula, shownExact, shownFigure } from './figureText.ts'

const input = (name: string, value: string | null, weight?: string) => ({
  name,
  at: `/t/${name}/f`,
  value,
  ...(weight && { weight }),
})
const figure = (formula: string, inputs: Derivation['inputs'], unit = '%', params: Derivation['params'] = {}): Figure =>
  makeFigure({ code: 'x', formula, inputs, unit, params }, '2021.1')
const cases = [input('current', '30'), input('previous', '40')]
const workers = [input('numerator', '12'), input('denominator', '5')]

describe('a figure as it is shown', () => {
  it.each([
    [figure('ratio.1', [input('numerator', '4512'), input('denominator', '4800')]), '94,00 %', '4.512 ÷ 4.800'],
    [figure('sum.1', [input('a', '1000'), input('b', '250.5')], 'Rp'), 'Rp 1.250,5', '1.000 + 250,5'],
    [figure('difference.1', [input('a', '4512'), input('b', '3310')], 'orang'), '1.202 orang', '4.512 − 3.310'],
    [figure('value.1', [input('a', '76')]), '76 %', null],
    [
      figure('weighted.1', [input('a', '94', '80'), input('b', '93.5', '20')], ''),
      '93,90',
      '(94 × 80 + 93,5 × 20) ÷ 100',
    ],
    [figure('lower-2t-r.1', [input('target', '20'), input('realization', '22')]), '90,00 %', '(2 × 20 − 22) ÷ 20'],
    [figure('growth.1', cases), '-25,00 %', '(30 − 40) ÷ 40'],
    [figure('growth.1', cases, '%', { sign: '-1' }), '25,00 %', '(40 − 30) ÷ 40'],
    [figure('ratio.1', workers, 'ton/ha', { factor: '1' }), '2,4 ton/ha', '12 ÷ 5'],
    [figure('ratio.1', workers, 'per 1.000', { factor: '1000' }), '2.400 per 1.000', '12 ÷ 5 × 1.000'],
    [figure('ratio.1', [input('numerator', null), input('denominator', '4800')]), '–', null],
  ])('%#', (one, shown, formula) => {
    expect(shownFigure(one)).toBe(shown)
    expect(shortFormula(one.derivation)).toBe(formula)
  })

  it('never pretends that a long number ends', () => {
    expect(shownExact('0.3333333333')).toBe('0,333333…')
    expect(shownExact('4800')).toBe('4.800')
    expect(shownExact(null)).toBe('–')
  })
})
