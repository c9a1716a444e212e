import type { FormulaKind } from '@sepakat/rules/types.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from '../Admin.module.css'
import { combineWords, formulaChoices, formulaKinds, senseWords } from './catalogueWords.ts'
import { type CorrectionDraft, withKind } from './correctionDraft.ts'

const choices = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** How a row is computed, and what each of its inputs is called. */
export function FormulaFields({
  draft,
  onChange,
  errorAt,
}: {
  draft: CorrectionDraft
  onChange: (draft: CorrectionDraft) => void
  errorAt: (field: string) => string | undefined
}) {
  const { formula } = draft
  const set = (more: Partial<CorrectionDraft['formula']>) => onChange({ ...draft, formula: { ...formula, ...more } })
  const inputs = Object.entries(formula.inputs)
  const nameOf = (field: string, n: number): string => {
    const name = formula.kind && formulaKinds[formula.kind].inputs[field]
    return name ? `Isian ${n + 1}: ${name.toLowerCase()}` : `Isian ${n + 1}`
  }
  return (
    <div className={styles.group}>
      <h2>Rumus</h2>
      <SelectField
        label="Cara menghitung"
        value={formula.kind}
        onChange={kind => onChange(withKind(draft, kind as FormulaKind))}
        options={formulaChoices}
        error={errorAt('change.formula')}
      />
      {inputs.map(([field, label], n) => (
        <TextField
          key={field}
          label={nameOf(field, n)}
          hint={n === 0 ? 'Bunyi yang dibaca pengisi di formulir.' : undefined}
          value={label}
          maxLength={600}
          onChange={event => set({ inputs: { ...formula.inputs, [field]: event.target.value } })}
          error={errorAt(`change.formula.inputs.${field}`)}
        />
      ))}
      {formula.kind === 'ratio' && (
        <TextField
          label="Faktor"
          hint="100 untuk persen, 1.000 untuk per mil. Tulis tanpa titik."
          inputMode="decimal"
          value={formula.factor}
          maxLength={20}
          onChange={event => set({ factor: event.target.value })}
        />
      )}
      {formula.kind === 'growth' && (
        <SelectField
          label="Yang dinilai"
          value={formula.sense}
          onChange={sense => set({ sense })}
          options={choices(senseWords)}
        />
      )}
      {formula.kind === 'composite' && (
        <SelectField
          label="Cara menggabung"
          value={formula.combine}
          onChange={combine => set({ combine })}
          options={choices(combineWords)}
        />
      )}
      {formula.kind === 'category' && (
        <TextField
          label="Skala"
          hint="Nama skala dalam paket aturan, misalnya opini-bpk."
          value={formula.scale}
          maxLength={60}
          onChange={event => set({ scale: event.target.value })}
        />
      )}
    </div>
  )
}
