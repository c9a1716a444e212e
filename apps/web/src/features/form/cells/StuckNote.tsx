import { late } from '#ui/late.tsx'
import { useForm, useKey } from '../FormContext.ts'

// most forms never have one
const StuckAnswer = late(async () => (await import('#sheet/stuck/StuckAnswer.tsx')).StuckAnswer)

/** A change of this form that did not go through. */
export function StuckNote({ at, bare }: { at: string; bare?: boolean }) {
  const { store, names } = useForm()
  const isStuck = useKey(`cell ${at}`, () => store.stuck(at) !== undefined)
  return isStuck && <StuckAnswer store={store} names={names()} at={at} bare={bare} />
}
