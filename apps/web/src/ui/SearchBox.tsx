import { useEffect, useRef, useState } from 'react'
import styles from './FilterBar.module.css'
import { TextField } from './TextField.tsx'

const pause = 300

/** Queries only after a pause in typing, so that not every letter is a request. */
export function SearchBox({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (text: string) => void
}) {
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
