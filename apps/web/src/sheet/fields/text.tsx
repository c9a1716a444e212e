import type { FieldOf } from '@sepakat/rules/fields/FieldType.ts'
import { shownCell } from '@sepakat/rules/words/shownCell.ts'
import { afterPress } from '../afterPress.ts'
import type { EditorProps, FieldUi } from './FieldUi.ts'
import { Grow } from './Grow.tsx'
import { LineInput } from './LineInput.tsx'

/** Short texts on one line; longer ones grow with their content. */
const oneLine = 60

function Editor({ spec, wires, door: { value, set, settle } }: EditorProps<FieldOf<'text'>>) {
  const text = shownCell(spec, value)
  const type = (next: string) => void set(next === '' ? null : next, { typing: true })
  const leave = () => {
    if (text !== '' && text.trim() === '') set(null)
    afterPress(() => settle())
  }
  if ((spec.max ?? 4000) <= oneLine)
    return <LineInput {...wires} value={text} onChange={event => type(event.target.value)} onBlur={leave} />
  return <Grow wires={wires} text={text} onType={type} onLeave={leave} />
}

export const text: FieldUi<FieldOf<'text'>> = { Editor }
