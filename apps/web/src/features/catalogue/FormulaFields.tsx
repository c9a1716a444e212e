import type { FormulaKind } from '@sepakat/rules/types/Catalogue.ts'
import styles from '#administration/Admin.module.css'
import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { formulaChoices, inputName, ownRuleWords } from './catalogueWords.ts'
import type { CorrectionDraft } from './correctionDraft.ts'
import { FormulaDetails } from './FormulaDetails.tsx'

/** How a row is computed, and the labels of its inputs. */
export function FormulaFields({
  ownRule,
  inputNames,
  draft,
  onKind,
  onChange,
  errorAt,
}: {
  /** The form has its own rule: only the labels of the inputs count. */
  ownRule: boolean
  /** The form's labels for the inputs, where it has any. */
  inputNames: Record<string, string>
  draft: CorrectionDraft
  onKind: (kind: FormulaKind) => void
  onChange: (draft: CorrectionDraft) => void
  errorAt: (field: string) => string | undefined
}) {
  const { formula } = draft
  const set = (more: Partial<CorrectionDraft['formula']>) => onChange({ ...draft, formula: { ...formula, ...more } })
  const inputs = Object.entries(formula.inputs)
  return (
    <div className={styles.group}>
      <h2>Rumus</h2>
      {ownRule ? (
        <p className={styles.note}>{ownRuleWords}; yang dapat diperbaiki hanya bunyi isiannya.</p>
      ) : (
        <SelectField
          label="Cara menghitung"
          none={formula.kind === '' ? 'Pilih cara menghitungnya' : undefined}
          value={formula.kind}
          onChange={kind => onKind(kind as FormulaKind)}
          options={formulaChoices}
          error={errorAt('change.formula.kind')}
        />
      )}
      {inputs.map(([field, label], n) => (
        <TextField
          key={field}
          label={inputName(field, formula.kind, inputNames)}
          hint={n === 0 ? 'Bunyi yang dibaca pengisi di formulir.' : undefined}
          value={label}
          maxLength={600}
          onChange={event => set({ inputs: { ...formula.inputs, [field]: event.target.value } })}
          error={errorAt(`change.formula.inputs.${field}`)}
        />
      ))}
      {!ownRule && <FormulaDetails formula={formula} onChange={set} errorAt={errorAt} />}
    </div>
  )
}
