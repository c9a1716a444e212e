import { Facts } from '#ui/Facts.tsx'
import { formatNumber } from '#ui/numbers.ts'
import { combineWords, formulaKinds, inputName, ownRuleWords, senseWords } from './catalogueWords.ts'
import { type CatalogueRow, formulaOf } from './queries.ts'

/** A formula in words: how it computes and what is typed. */
export function FormulaFacts({ row }: { row: CatalogueRow }) {
  const formula = formulaOf(row)
  if (!formula) return null
  const { kind, inputs, factor, sense, combine, scale } = formula
  const named = Object.entries(inputs).map(([field, label]) => [inputName(field, kind, row.inputNames), label])
  const { word, about } = formulaKinds[kind]
  return (
    <Facts
      facts={{
        'Cara menghitung': row.ownRule ? ownRuleWords : `${word}: ${about}`,
        ...Object.fromEntries(named),
        ...(!row.ownRule && {
          Faktor: factor && formatNumber(factor),
          'Yang dinilai': sense && senseWords[sense],
          'Cara menggabung': combine && combineWords[combine],
          Skala: scale,
        }),
      }}
    />
  )
}
