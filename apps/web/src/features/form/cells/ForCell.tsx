import { useForm } from '../FormContext.ts'

/** Read out after a button's text that several answers have: which of them it is about. */
export function ForCell({ at }: { at: string }) {
  const { names } = useForm()
  return (
    <>
      {' '}
      <span className="visually-hidden">untuk {names().anchor(at)}</span>
    </>
  )
}
