import { choicesOf } from '@sepakat/rules/fields/allowedOf.ts'
import type { FieldOf } from '@sepakat/rules/fields/FieldType.ts'
import styles from '../Cell.module.css'
import { Choose } from './Choose.tsx'
import type { EditorProps, FieldUi } from './FieldUi.ts'

/** A required answer may be yes, no or empty; an optional one is a single tick. */
function Editor(props: EditorProps<FieldOf<'boolean'>>) {
  const {
    spec,
    wires,
    door: { value, set, settle },
  } = props
  if (spec.need === 'optional' && typeof value !== 'object')
    return (
      <span className={styles.check}>
        <input
          {...wires}
          type="checkbox"
          checked={value === true}
          onChange={event => {
            set(event.target.checked ? true : null)
            settle()
          }}
        />
      </span>
    )
  return <Choose {...props} options={choicesOf(spec, {}) ?? []} none="Belum dijawab" cellOf={id => id === 'true'} />
}

export const boolean: FieldUi<FieldOf<'boolean'>> = { Editor }
