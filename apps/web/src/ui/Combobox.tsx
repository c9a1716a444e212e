import { Combobox as MantineCombobox, useCombobox } from '@mantine/core'
import { useEffect, useState } from 'react'
import { IconButton } from './Button.tsx'
import styles from './Combobox.module.css'
import fieldStyles from './Field.module.css'
import { Field, type FieldProps } from './Field.tsx'
import { OptionBox } from './OptionBox.tsx'
import { OptionList } from './OptionList.tsx'
import type { Choice } from './SelectField.tsx'
import { searchChoices } from './searchChoices.ts'

export type ComboboxProps = FieldProps & {
  options: readonly Choice[]
  value: string
  onChange: (value: string) => void
  /** May be emptied again. */
  clearable?: boolean
  id?: string
  required?: boolean
}

/**
 * One of many, found by typing: the chosen text is selected, so that typing replaces it. Leaving without a choice restores the
 * chosen one, and Enter on no match does not submit the form.
 */
export function Combobox({ options, value, onChange, clearable, required, id, ...field }: ComboboxProps) {
  const chosen = options.find(option => option.value === value)
  const [typed, setTyped] = useState<string | null>(null)
  const store = useCombobox({ onDropdownClose: () => store.resetSelectedOption() })
  const found = typed === null ? options : searchChoices(options, typed)

  useEffect(() => {
    if (typed) store.selectFirstOption()
  }, [typed, store.selectFirstOption])

  function choose(next: string): void {
    onChange(next)
    setTyped(null)
    store.closeDropdown()
  }

  return (
    <Field {...field} id={id}>
      {wires => (
        <div className={styles.box}>
          <OptionBox store={store} onChoose={choose}>
            <MantineCombobox.Target>
              <span className={fieldStyles.affixed}>
                <MantineCombobox.EventsTarget withExpandedAttribute>
                  <input
                    {...wires}
                    type="text"
                    autoComplete="off"
                    aria-autocomplete="list"
                    required={required}
                    className={fieldStyles.input}
                    value={typed ?? chosen?.label ?? ''}
                    onChange={event => {
                      setTyped(event.target.value)
                      store.openDropdown()
                    }}
                    onFocus={event => event.target.select()}
                    onClick={() => store.openDropdown()}
                    onKeyDown={event => {
                      if (event.key === 'Enter' && typed !== null) event.preventDefault()
                    }}
                    onBlur={() => {
                      if (typed === '' && clearable) onChange('')
                      setTyped(null)
                      store.closeDropdown()
                    }}
                  />
                </MantineCombobox.EventsTarget>
                {clearable && chosen && (
                  <span className={fieldStyles.affix}>
                    <IconButton icon="cross" label={`Kosongkan ${chosen.label}`} onClick={() => choose('')} />
                  </span>
                )}
              </span>
            </MantineCombobox.Target>
            <OptionList label={field.label} options={found} chosen={value ? [value] : []} />
          </OptionBox>
        </div>
      )}
    </Field>
  )
}
