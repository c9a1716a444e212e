import type { Decimal } from '@sepakat/rules'
import type { FieldOf } from '@sepakat/rules/fields/FieldType.ts'
import { readCell } from '@sepakat/rules/fields/readCell.ts'
import { isDecimal } from '@sepakat/rules/numbers/decimal.ts'
import type { NumberReading } from '@sepakat/rules/numbers/readNumber.ts'
import { shownCell } from '@sepakat/rules/words/shownCell.ts'
import { type DragEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { afterPress } from '#ui/afterPress.ts'
import { announce } from '#ui/announce.ts'
import { formatNumber } from '#ui/numbers.ts'
import styles from '../Cell.module.css'
import type { EditorProps, FieldUi, ViewerProps } from './FieldUi.ts'
import { LineInput } from './LineInput.tsx'

/** A decimal while it is edited: no grouping, so that an added digit stays a digit. */
const editedNumber = (value: Decimal): string => value.replace('.', ',')

/**
 * A number as Indonesians type it. The text is never rewritten while it is edited: it is read at every keystroke, shown
 * grouped on leaving, and the reading is announced where the text could have meant something else.
 */
export function NumberEditor({ spec, unit, allowed, wires, door: { value, set, settle } }: EditorProps) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState<string | null>(null)
  const [focused, setFocused] = useState(false)
  const source = useRef<'typed' | 'pasted'>('typed')
  const own = useRef(value)
  const before = useRef(value)

  useEffect(() => {
    if (value !== own.current) setText(null)
    own.current = value
  }, [value])
  useLayoutEffect(() => {
    if (focused) input.current?.select()
  }, [focused])

  const edited = typeof value === 'string' && isDecimal(value) ? editedNumber(value) : shownCell(spec, value, allowed)
  const shown = text ?? (focused ? edited : shownCell(spec, value, allowed))

  const read = (written: string) => readCell(spec, written, source.current, { ...allowed, unit })
  function type(next: string): void {
    if (next === '') source.current = 'typed'
    setText(next)
    const { cell } = read(next)
    own.current = set(cell, { typing: source.current === 'typed' })
  }
  function leave(): void {
    setFocused(false)
    const reading = text === null ? undefined : read(text).reading
    source.current = 'typed'
    setText(null)
    const said = reading && toSay(reading)
    afterPress(() => settle(said))
    if (said?.kind === 'number') announce(`Dibaca ${formatNumber(said.value)}.`)
  }
  function giveUp(): void {
    set(before.current ?? null)
    setText(null)
  }

  // in steps of four: another width with each key would lay out its row again
  const letters = Math.ceil(shown.length / 4) * 4
  return (
    <LineInput
      {...wires}
      ref={input}
      inputMode="decimal"
      spellCheck={false}
      maxLength={200}
      className={styles.number}
      letters={letters}
      value={shown}
      onFocus={() => {
        before.current = value
        setFocused(true)
      }}
      onBlur={leave}
      onPaste={() => {
        source.current = 'pasted'
      }}
      {...keptInPlace}
      onChange={event => type(event.target.value)}
      onKeyDown={event => {
        if (event.key === 'Escape' && text !== null) {
          event.stopPropagation()
          giveUp()
        }
      }}
    />
  )
}

/** The unit small beside its number, and never on another line. */
export function NumberViewer({ text, unit }: ViewerProps) {
  return (
    <span className={styles.words}>
      {unit === 'Rp' && <span className={styles.of}>{'Rp\u00a0'}</span>}
      {text}
      {unit !== '' && unit !== 'Rp' && <span className={styles.of}>{`\u00a0${unit}`}</span>}
    </span>
  )
}

export const number: FieldUi<FieldOf<'number'>> = { Editor: NumberEditor, Viewer: NumberViewer }

/**
 * Browsers move selected text that is dragged: a digit short here, a number there, both saved unseen. So nothing
 * is dragged out of a number, and no text dropped into one; files go on to the row.
 */
const keptInPlace = {
  onDragStart: (event: DragEvent) => event.preventDefault(),
  onDragOver(event: DragEvent) {
    if (isFiles(event)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'none'
  },
  onDrop(event: DragEvent) {
    if (!isFiles(event)) event.preventDefault()
  },
}
const isFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

/** Only an ambiguous text has its reading shown. */
const toSay = (reading: NumberReading): NumberReading | undefined =>
  reading.kind === 'number' && reading.how !== 'plain' ? reading : undefined
