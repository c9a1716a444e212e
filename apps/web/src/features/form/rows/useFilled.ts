import type { Row } from '@sepakat/rules'
import { type Filled, filledBelow, keyOf } from '@sepakat/rules/sheet/tree.ts'
import type { FormStore } from '#sheet/answers/formStore.ts'
import { useForm, useKey } from '../FormContext.ts'
import { pointerIn } from './useRowField.ts'

type Counts = ReturnType<typeof filledBelow>

/** Counted once for an evaluation, whatever asks. */
const counted = new WeakMap<object, Counts>()

/** How much of what counts is filled in under a line of a table over levels. */
export function useFilled(row: Row): Filled | null {
  const { kind } = useForm()
  const said = useKey('evaluated', store => {
    const one = countsOf(kind, store).get(keyOf(row))
    return one ? `${one.filled}/${one.all}` : ''
  })
  if (said === '') return null
  const [filled = 0, all = 0] = said.split('/').map(Number)
  return { filled, all }
}

function countsOf(kind: ReturnType<typeof useForm>['kind'], store: FormStore): Counts {
  const evaluated = store.evaluated()
  const known = counted.get(evaluated)
  if (known) return known
  const root = store
    .sections()
    .flatMap(({ blocks }) => blocks)
    .find(({ table }) => table === kind.tree?.tables[0])
  const counts: Counts = root
    ? filledBelow(kind, root, (row, asked) => {
        const cell = store.cell(pointerIn(row, asked))
        return cell !== undefined && typeof cell !== 'object'
      })
    : new Map()
  counted.set(evaluated, counts)
  return counts
}
