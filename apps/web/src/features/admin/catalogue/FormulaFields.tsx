import type { FormulaKind } from '@sepakat/rules/types.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from '../Admin.module.css'
import { formulaChoices, inputName, ownRuleWords } from './catalogueWords.ts'
import { type CorrectionDraft, withKind } from './correctionDraft.ts'
import { FormulaDetails } from './FormulaDetails.tsx'
import type { CatalogueRow } from './queries.ts'

/** How a row is computed, and what each of its inputs is called. */
export function FormulaFields({
  row,
  draft,
  onChange,
  errorAt,
}: {
  row: CatalogueRow
  draft: CorrectionDraft
  onChange: (draft: CorrectionDraft) => void
  errorAt: (field: string) => string | undefined
}) {
  const { formula } = draft
  const set = (more: Partial<CorrectionDraft['formula']>) => onChange({ ...draft, formula: { ...formula, ...more } })
  const inputs = Object.entries(formula.inputs)
  return (
    <div className={styles.group}>
      <h2>Rumus</h2>
      {row.ownRule ? (
        <p className={styles.note}>{ownRuleWords}; yang dapat diperbaiki hanya bunyi isiannya.</p>
      ) : (
        <SelectField
          label="Cara menghitung"
          value={formula.kind}
          onChange={kind => onChange(withKind(draft, kind as FormulaKind))}
          options={formulaChoices}
          error={errorAt('change.formula')}
        />
      )}
      {inputs.map(([field, label], n) => (
        <TextField
          key={field}
          label={inputName(field, formula.kind, row.inputNames)}
          hint={n === 0 ? 'Bunyi yang dibaca pengisi di formulir.' : undefined}
          value={label}
          maxLength={600}
          onChange={event => set({ inputs: { ...formula.inputs, [field]: event.target.value } })}
          error={errorAt(`change.formula.inputs.${field}`)}
        />
      ))}
      {!row.ownRule && <FormulaDetails formula={formula} onChange={set} errorAt={errorAt} />}
    </div>
  )
}
