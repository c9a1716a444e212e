import styles from '#administration/Admin.module.css'
import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { RuleDraft } from './ruleDraft.ts'
import type { RuleFieldGroup } from './ruleFieldGroups.ts'

/** One group of choices of a rule set. */
export function RuleFields({
  group: { title, about, fields },
  draft,
  onChange,
  errorAt,
}: {
  group: RuleFieldGroup
  draft: RuleDraft
  onChange: (draft: RuleDraft) => void
  errorAt: (path: string) => string | undefined
}) {
  return (
    <fieldset className={styles.fieldset}>
      <legend>{title}</legend>
      {about && <p className={styles.note}>{about}</p>}
      <div className={styles.fields}>
        {fields.map(({ path, label, options, open }) => {
          const shared = { label, value: draft[path] ?? '', error: errorAt(path) }
          const set = (value: string) => onChange({ ...draft, [path]: value })
          return options ? (
            <div key={path} className={styles.whole}>
              <SelectField {...shared} options={options} onChange={set} />
            </div>
          ) : (
            <TextField
              key={path}
              {...shared}
              hint={open && 'Kosongkan bila tidak dibatasi.'}
              inputMode="decimal"
              maxLength={24}
              onChange={event => set(event.target.value)}
            />
          )
        })}
      </div>
    </fieldset>
  )
}
