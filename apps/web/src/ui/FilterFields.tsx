import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Checkbox } from './Checkbox.tsx'
import styles from './FilterBar.module.css'
import { type Choice, SelectField } from './SelectField.tsx'
import { TextField } from './TextField.tsx'
import type { UrlFilters } from './useUrlFilters.ts'

const pause = 300

/** Queries only after a pause in typing, so that not every letter is a request. */
function SearchBox({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(value)
  const sent = useRef(value)
  useEffect(() => {
    if (value === sent.current) return // our own text comes back; more may have been typed since
    sent.current = value
    setText(value)
  }, [value])
  useEffect(() => {
    if (text === sent.current) return
    const timer = setTimeout(() => {
      sent.current = text
      onChange(text)
    }, pause)
    return () => clearTimeout(timer)
  }, [text, onChange])
  return (
    <TextField
      className={styles.search}
      label={label}
      type="search"
      value={text}
      maxLength={80}
      onChange={event => setText(event.target.value)}
    />
  )
}

/** A filter of a list, by its parameter name. */
interface Filter<K extends string> {
  of: UrlFilters<K>
  name: K
  label: string
}

/** What a custom field needs to be such a filter. */
export const filterProps = <K extends string>({ values, set }: UrlFilters<K>, name: K) => ({
  value: values[name],
  onChange: (value: string) => set({ [name]: value } as Partial<Record<K, string>>),
})

export function FilterSelect<K extends string>({
  of,
  name,
  ...select
}: Filter<K> & { options: readonly Choice[]; none: string }) {
  return <SelectField {...select} {...filterProps(of, name)} />
}

/** A checkbox filter. */
export function FilterToggle<K extends string>({ of, name, label }: Filter<K>) {
  const { value, onChange } = filterProps(of, name)
  return (
    <Checkbox label={label} checked={value === 'ya'} onChange={event => onChange(event.target.checked ? 'ya' : '')} />
  )
}

export function FilterSearch<K extends string>({ of, name, label }: Filter<K>) {
  return <SearchBox key={of.clears} label={label} {...filterProps(of, name)} />
}

export function FilterToggles({ children }: { children: ReactNode }) {
  return <div className={styles.toggles}>{children}</div>
}
