import { Combobox as MantineCombobox } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './Combobox.module.css'
import { Icon } from './icons/Icon.tsx'
import type { Choice } from './SelectField.tsx'

const most = 200

/** The dropdown of a Combobox or MultiSelect. */
export function OptionList({
  label,
  options,
  chosen,
}: {
  label: ReactNode
  options: readonly Choice[]
  chosen: readonly string[]
}) {
  return (
    <MantineCombobox.Dropdown className={styles.list}>
      <MantineCombobox.Options className={styles.options} aria-label={typeof label === 'string' ? label : 'Pilihan'}>
        {options.slice(0, most).map(option => (
          <MantineCombobox.Option
            key={option.value}
            value={option.value}
            active={chosen.includes(option.value)}
            className={styles.option}
          >
            {chosen.includes(option.value) && <Icon name="check" size={16} />}
            <span>{option.label}</span>
          </MantineCombobox.Option>
        ))}
      </MantineCombobox.Options>
      {options.length === 0 && <div className={styles.empty}>Tidak ada yang cocok.</div>}
      {options.length > most && <div className={styles.empty}>Ketik lebih banyak huruf untuk melihat sisanya.</div>}
    </MantineCombobox.Dropdown>
  )
}
