import type { Option } from '@sepakat/rules'
import { Icon } from '#ui/icons/Icon.tsx'
import styles from '../Cell.module.css'
import type { EditorProps } from './FieldUi.ts'

/** One of a few: the field's options, the steps of a scale, the rows it may name. An unknown value stays visible. */
export function Choose({
  spec,
  door: { value, set, settle },
  wires,
  options,
  none = 'Belum dipilih',
  cellOf = id => id,
}: EditorProps & {
  options: readonly Option[]
  /** Where nothing is chosen yet. */
  none?: string
  cellOf?: (id: string) => string | boolean
}) {
  const chosen = value === undefined ? '' : typeof value === 'object' ? value.asTyped : String(value)
  const isStray = chosen !== '' && (typeof value === 'object' || !options.some(({ id }) => id === chosen))
  return (
    <span className={styles.select}>
      <select
        {...wires}
        autoComplete="off"
        className={styles.input}
        value={chosen}
        onChange={event => {
          set(event.target.value === '' ? null : cellOf(event.target.value))
          settle()
        }}
      >
        <option value="">{spec.writer === 'evaluator' ? 'Belum dinilai' : none}</option>
        {isStray && <option value={chosen}>“{chosen}” (bukan pilihan)</option>}
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
