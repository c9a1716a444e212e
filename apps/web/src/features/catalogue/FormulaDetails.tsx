import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { combineWords, senseWords } from './catalogueWords.ts'
import type { CorrectionDraft } from './correctionDraft.ts'

type Formula = CorrectionDraft['formula']
const choices = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** The parameters of a formula other than its inputs. */
export function FormulaDetails({
  formula,
  onChange,
  errorAt,
}: {
  formula: Formula
  onChange: (more: Partial<Formula>) => void
  errorAt: (field: string) => string | undefined
}) {
  return (
    <>
      {formula.kind === 'ratio' && (
        <TextField
          label="Faktor"
          hint="100 untuk persen, 1.000 untuk per mil."
          inputMode="decimal"
          value={formula.factor}
          maxLength={20}
          onChange={event => onChange({ factor: event.target.value })}
          error={errorAt('change.formula.factor')}
        />
      )}
      {formula.kind === 'growth' && (
        <SelectField
          label="Yang dinilai"
          value={formula.sense}
          onChange={sense => onChange({ sense })}
          options={choices(senseWords)}
        />
      )}
      {formula.kind === 'composite' && (
        <SelectField
          label="Cara menggabung"
          value={formula.combine}
          onChange={combine => onChange({ combine })}
          options={choices(combineWords)}
        />
      )}
      {formula.kind === 'category' && (
        <TextField
          label="Skala"
          hint="Nama skala dalam aturan penghitungan."
          value={formula.scale}
          maxLength={60}
          onChange={event => onChange({ scale: event.target.value })}
        />
      )}
    </>
  )
}
