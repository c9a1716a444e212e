import { StuckAnswer } from '#sheet/stuck/StuckAnswer.tsx'
import { useForm } from '../FormContext.ts'

/** A change of this form that did not go through. */
export function StuckNote({ at, bare }: { at: string; bare?: boolean }) {
  const { store, names } = useForm()
  return <StuckAnswer store={store} names={names()} at={at} bare={bare} />
}
