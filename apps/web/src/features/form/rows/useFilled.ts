import type { Row } from '@sepakat/rules'
import { type Filled, filledBelow, keyOf } from '@sepakat/rules/sheet/tree.ts'
import { useForm, useKey } from '../FormContext.ts'
import { pointerIn } from './useRowField.ts'

/** Counted once for an evaluation, whatever asks. */
const counted = new WeakMap<object, ReturnType<typeof filledBelow>>()

/** How much of what counts is filled in under a line of a table over levels. */
export function useFilled(row: Row): Filled | null {
  const { kind } = useForm()
  const said = useKey('evaluated', store => {
    const evaluated = store.evaluated()
    const blocks = store.sections().flatMap(section => section.blocks)
    const known = counted.get(evaluated) ?? filledBelow(kind, blocks, (own, field) => store.cell(pointerIn(own, field)))
    counted.set(evaluated, known)
    const one = known.get(keyOf(row))
    return one ? `${one.filled}/${one.all}` : ''
  })
  if (said === '') return null
  const [filled = 0, all = 0] = said.split('/').map(Number)
  return { filled, all }
}
