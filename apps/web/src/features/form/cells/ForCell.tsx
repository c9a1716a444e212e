import { useForm } from '../FormContext.ts'

/** Read out after the words of a button that several answers have: which of them it is about. */
export function ForCell({ at }: { at: string }) {
  const { names } = useForm()
  return (
    <>
      {' '}
      <span className="visually-hidden">untuk {names().anchor(at)}</span>
    </>
  )
}
