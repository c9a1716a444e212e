import type { FieldOf } from '@sepakat/rules/fields/FieldType.ts'
import { readCell } from '@sepakat/rules/fields/readCell.ts'
import { longDay, typedDay } from '@sepakat/rules/periods/dates.ts'
import { useEffect, useRef, useState } from 'react'
import { afterPress } from '#ui/afterPress.ts'
import { announce } from '#ui/announce.ts'
import styles from '../Cell.module.css'
import type { EditorProps, FieldUi } from './FieldUi.ts'
import { LineInput } from './LineInput.tsx'

/** Typed, not clicked: 31-3-2026, 31/3/26 or 31 Maret 2026. */
function Editor({ spec, wires, door: { value, set, settle } }: EditorProps<FieldOf<'date'>>) {
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
          own.current = set(readCell(spec, event.target.value, 'typed').cell, { typing: true })
        }}
        onBlur={() => {
          setText(null)
          afterPress(() => settle())
          if (text !== null && typeof value === 'string') announce(longDay(value))
        }}
      />
      {typeof value === 'string' && text === null && <span className={styles.unit}>{weekdayOf(value)}</span>}
    </>
  )
}

export const date: FieldUi<FieldOf<'date'>> = { Editor }

const weekdayOf = (day: string): string => longDay(day).split(',')[0] ?? ''
