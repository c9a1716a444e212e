import type { FieldOf } from '@sepakat/rules/fields/FieldType.ts'
import { shownCell } from '@sepakat/rules/words/shownCell.ts'
import { useId } from 'react'
import { afterPress } from '#ui/afterPress.ts'
import type { EditorProps, FieldUi } from './FieldUi.ts'
import { Grow } from './Grow.tsx'
import { LineInput } from './LineInput.tsx'

/** Short texts on one line; longer ones grow with their content. */
const oneLine = 60
/** In a column a short text, as a unit is, is seen whole up to so many letters. */
const seenWhole = 12

function Editor({ spec, wires, door: { value, set, settle } }: EditorProps<FieldOf<'text'>>) {
  const list = useId()
  const text = namedAs(spec, shownCell(spec, value))
  const type = (next: string) => void set(next === '' ? null : next, { typing: true })
  const leave = () => {
    if (text !== '' && text.trim() === '') set(null)
    afterPress(() => settle())
  }
  if (spec.suggest)
    return (
      <>
        <LineInput {...wires} list={list} value={text} onChange={event => type(event.target.value)} onBlur={leave} />
        <datalist id={list}>
          {spec.suggest.map(({ id, label }) => (
            <option key={id} value={label} />
          ))}
        </datalist>
      </>
    )
  if ((spec.max ?? 4000) <= oneLine)
    return (
      <LineInput
        {...wires}
        letters={Math.min(text.length, seenWhole)}
        value={text}
        onChange={event => type(event.target.value)}
        onBlur={leave}
      />
    )
  return <Grow wires={wires} text={text} onType={type} onLeave={leave} />
}

/** The words of what is offered, for one that is stored by its id. */
const namedAs = ({ suggest }: FieldOf<'text'>, value: string): string =>
  suggest?.find(({ id }) => id === value)?.label ?? value

export const text: FieldUi<FieldOf<'text'>> = { Editor }
