import type { Option } from '@sepakat/rules'
import { Icon } from '#ui/icons/Icon.tsx'
import { useCell, useForm } from '../FormContext.ts'
import styles from './Cell.module.css'
import type { EditorProps } from './cellProps.ts'

/** One of a few: the field's options, the steps of a scale, the rows it may name. An unknown value stays visible. */
export function ChoiceCell({ at, wires, options }: EditorProps & { options: readonly Option[] }) {
  const { store } = useForm()
  const value = useCell(at)
  const chosen = typeof value === 'string' ? value : ''
  const stray =
    typeof value === 'object' ? value.asTyped : chosen !== '' && !options.some(o => o.id === chosen) ? chosen : null
  return (
    <span className={styles.select}>
      <select
        {...wires}
        autoComplete="off"
        className={styles.input}
        value={stray === null ? chosen : stray}
        onChange={event => {
          store.set(at, event.target.value === '' ? null : event.target.value)
          store.settle(at)
        }}
      >
        <option value="">Belum dipilih</option>
        {stray !== null && <option value={stray}>“{stray}” (bukan pilihan)</option>}
        {options.map(option => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" size={16} />
    </span>
  )
}
