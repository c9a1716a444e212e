import { useCell, useForm } from '../FormContext.ts'
import styles from './Cell.module.css'
import { ChoiceCell } from './ChoiceCell.tsx'
import type { EditorProps } from './cellProps.ts'

const answers = [
  { id: 'true', label: 'Ya' },
  { id: 'false', label: 'Tidak' },
]

/** A required answer may be yes, no or empty; an optional one is a single tick. */
export function BooleanCell(props: EditorProps) {
  const { store } = useForm()
  const value = useCell(props.at)
  const { at, wires, spec } = props
  if (typeof value === 'object') return <ChoiceCell {...props} options={answers} />
  if (spec.need === 'optional')
    return (
      <span className={styles.check}>
        <input
          {...wires}
          type="checkbox"
          checked={value === true}
          onChange={event => {
            store.set(at, event.target.checked ? true : null)
            store.settle(at)
          }}
        />
      </span>
    )
  return (
    <span className={styles.select}>
      <select
        {...wires}
        autoComplete="off"
        className={styles.input}
        value={value === undefined ? '' : String(value)}
        onChange={event => {
          store.set(at, event.target.value === '' ? null : event.target.value === 'true')
          store.settle(at)
        }}
      >
        <option value="">Belum dijawab</option>
        {answers.map(option => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}
