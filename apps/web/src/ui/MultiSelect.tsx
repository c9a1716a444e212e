import { Combobox as MantineCombobox, useCombobox } from '@mantine/core'
import { useEffect, useState } from 'react'
import { announce } from './announce.ts'
import { IconButton } from './Button.tsx'
import styles from './Combobox.module.css'
import fieldStyles from './Field.module.css'
import { Field, type FieldProps } from './Field.tsx'
import { OptionBox } from './OptionBox.tsx'
import { OptionList } from './OptionList.tsx'
import type { Choice } from './SelectField.tsx'
import { searchChoices } from './searchChoices.ts'

export type MultiSelectProps = FieldProps & {
  options: readonly Choice[]
  values: readonly string[]
  onChange: (values: string[]) => void
  id?: string
}

/** Several of many, found by typing; the choices are below the box, each with its own cross. */
export function MultiSelect({ options, values, onChange, id, ...field }: MultiSelectProps) {
  const [typed, setTyped] = useState('')
  const store = useCombobox({ onDropdownClose: () => store.resetSelectedOption() })
  const chosen = values.flatMap(value => options.find(option => option.value === value) ?? [])

  useEffect(() => {
    if (typed) store.selectFirstOption()
  }, [typed, store.selectFirstOption])

  function toggle(value: string): void {
    const label = options.find(option => option.value === value)?.label ?? value
    const out = values.includes(value)
    onChange(out ? values.filter(other => other !== value) : [...values, value])
    announce(`${label} ${out ? 'dilepas' : 'dipilih'}.`)
  }

  return (
    <Field {...field} id={id}>
      {wires => (
        <div className={styles.box}>
          <OptionBox store={store} onChoose={toggle}>
            <MantineCombobox.Target withExpandedAttribute>
              <input
                {...wires}
                type="text"
                autoComplete="off"
                aria-autocomplete="list"
                className={fieldStyles.input}
                value={typed}
                onChange={event => {
                  setTyped(event.target.value)
                  store.openDropdown()
                }}
                onClick={() => store.openDropdown()}
                onKeyDown={event => {
                  if (event.key === 'Enter' && typed !== '') event.preventDefault()
                }}
                onBlur={() => {
                  setTyped('')
                  store.closeDropdown()
                }}
              />
            </MantineCombobox.Target>
            <OptionList label={field.label} options={searchChoices(options, typed)} chosen={values} />
          </OptionBox>
          {chosen.length > 0 && (
            <ul className={styles.chosen}>
              {chosen.map(option => (
                <li key={option.value} className={styles.chip}>
                  {option.label}
                  <IconButton icon="cross" label={`Lepas ${option.label}`} onClick={() => toggle(option.value)} />
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Field>
  )
}
