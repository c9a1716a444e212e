import { readCell } from '@sepakat/rules/fields/readCell.ts'
import { longDay, typedDay } from '@sepakat/rules/periods/dates.ts'
import { useEffect, useRef, useState } from 'react'
import { announce } from '#ui/announce.ts'
import { useCell, useForm } from '../FormContext.ts'
import { afterPress } from '../model/afterPress.ts'
import styles from './Cell.module.css'
import type { EditorProps } from './cellProps.ts'
import { LineInput } from './LineInput.tsx'

/** Typed, not clicked: 31-3-2026, 31/3/26 or 31 Maret 2026. */
export function DateCell({ at, spec, wires }: EditorProps) {
  const { store } = useForm()
  const value = useCell(at)
  const [text, setText] = useState<string | null>(null)
  const own = useRef(value)
  useEffect(() => {
    if (value !== own.current) setText(null)
    own.current = value
  }, [value])
  const shown = typeof value === 'string' ? typedDay(value) : typeof value === 'object' ? value.asTyped : ''
  return (
    <>
      <LineInput
        {...wires}
        value={text ?? shown}
        onChange={event => {
          setText(event.target.value)
          store.set(at, readCell(spec, event.target.value, 'typed').cell, { typing: true })
          own.current = store.cell(at)
        }}
        onBlur={() => {
          setText(null)
          afterPress(() => store.settle(at))
          if (text !== null && typeof value === 'string') announce(longDay(value))
        }}
      />
      {typeof value === 'string' && text === null && <span className={styles.unit}>{weekdayOf(value)}</span>}
    </>
  )
}

const weekdayOf = (day: string): string => longDay(day).split(',')[0] ?? ''
