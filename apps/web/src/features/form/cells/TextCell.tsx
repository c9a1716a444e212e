import { shownCell } from '@sepakat/rules/words/shownCell.ts'
import { useRef } from 'react'
import { useCell, useForm } from '../FormContext.ts'
import { afterPress } from '../model/afterPress.ts'
import type { EditorProps } from './cellProps.ts'
import { Grow } from './Grow.tsx'
import { LineInput } from './LineInput.tsx'
import { useNaming } from './useNaming.ts'

/** Short texts on one line; longer ones grow with their content. */
const oneLine = 60

export function TextCell({ at, spec, wires }: EditorProps) {
  const { store } = useForm()
  const text = shownCell(spec, useCell(at))
  const name = useNaming(at)
  const typed = useRef(false)
  const type = (next: string) => {
    typed.current = true
    store.set(at, next === '' ? null : next, { typing: true })
  }
  const leave = () => {
    if (text !== '' && text.trim() === '') store.set(at, null)
    const changed = typed.current
    typed.current = false
    afterPress(() => {
      store.settle(at)
      if (changed) name()
    })
  }
  if (spec.type === 'text' && (spec.max ?? 4000) <= oneLine)
    return <LineInput {...wires} value={text} onChange={event => type(event.target.value)} onBlur={leave} />
  return <Grow wires={wires} text={text} onType={type} onLeave={leave} />
}
