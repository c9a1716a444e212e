// Recaps of forms that offices file whole, from figures given outright: for examples worked by hand and properties of all such forms.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFigure } from '../src/figures/makeFigure.ts'
import { type Recap, recapOf } from '../src/form/recapOf.ts'
import type { Catalogue } from '../src/types/Catalogue.ts'
import type { CountedFigure, Figure } from '../src/types/Figure.ts'
import type { Kind } from '../src/types/Kind.ts'
import type { RuleSet } from '../src/types/RuleSet.ts'
import { rulesWith } from './sakipChain.ts'

/** By `code` or `code/row`: a value, or the two sides of a share. */
export type Given = Record<string, string | [numerator: string, denominator: string]>

const figureGiven = (key: string, given: Given[string]): Figure => {
  const [code = '', row = ''] = key.split('/')
  const at = (name: string, value: string) => ({ name, at: `/given/${name}/${name}`, value })
  return typeof given === 'string'
    ? makeFigure({ code, row, formula: 'value.1', inputs: [at('', given)], unit: '' }, '2021.1')
    : makeFigure(
        { code, row, formula: 'ratio.1', inputs: [at('numerator', given[0]), at('denominator', given[1])], unit: '%' },
        '2021.1',
      )
}

/** The recap of what these offices came to; null: nothing was submitted. What is submitted is filled in wholly, unless it is said. */
export function regionOfOffices(
  kind: Kind,
  offices: Record<string, Given | null>,
  sakip: Partial<RuleSet['sakip']> = {},
  standing: CountedFigure['standing'] = 'final',
): Recap {
  const file = join(import.meta.dirname, '../src/kinds', kind.form.replace('/', '-'), 'catalogue.json')
  const catalogue: Catalogue = JSON.parse(readFileSync(file, 'utf8'))
  const counted = Object.entries(offices).flatMap(([office, given]) =>
    given === null
      ? []
      : Object.entries({ completeness: ['1', '1'], ...given } satisfies Given).map(([key, value]) => ({
          office,
          standing,
          figure: figureGiven(key, value as Given[string]),
        })),
  )
  return recapOf(kind, {
    period: kind.period === 'year' ? '2025' : '2025-TW4',
    rules: rulesWith(sakip),
    catalogue,
    owners: new Map([['*', Object.keys(offices)]]),
    counted,
  })
}

/** @throws where the recap has no such figure */
export function figureOfRegion({ figures }: Recap, key: string): Figure {
  const [code, row = ''] = key.split('/')
  const found = figures.find(one => one.code === code && one.row === row)
  if (!found) throw new Error(`no ${key}`)
  return found
}
