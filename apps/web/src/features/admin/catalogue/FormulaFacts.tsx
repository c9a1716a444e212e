import type { RowFormula } from '@sepakat/rules/types.ts'
import { Facts } from '../Facts.tsx'
import { combineWords, formulaKinds, senseWords } from './catalogueWords.ts'

/** A formula as people read it: how it computes and what is typed. */
export function FormulaFacts({ formula }: { formula: RowFormula }) {
  const kind = formulaKinds[formula.kind]
  const inputs = Object.entries(formula.inputs).map(([field, label], n) => [
    `Isian ${n + 1}${kind.inputs[field] ? `: ${kind.inputs[field]?.toLowerCase()}` : ''}`,
    label,
  ])
  return (
    <Facts
      facts={{
        'Cara menghitung': `${kind.word}: ${kind.about}`,
        ...Object.fromEntries(inputs),
        Faktor: formula.factor,
        'Yang dinilai': formula.sense && senseWords[formula.sense],
        'Cara menggabung': formula.combine && combineWords[formula.combine],
        Skala: formula.scale,
      }}
    />
  )
}
