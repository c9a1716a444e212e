import { useState } from 'react'
import { type Submitting, useSubmit } from '#ui/useSubmit.ts'
import { fieldErrors } from './ProblemError.ts'

/** Messages by the name of the field. */
export type Errors = Record<string, string | undefined>

export interface Checked extends Submitting {
  /** The message of a field, its own or of one inside it (`offices` for `/offices/3`). */
  errorAt: (name: string) => string | undefined
}

/**
 * A form whose values are state of the page: checked here first, then sent; messages of both sides are shown at their fields.
 * `check` is pure; its message goes away as soon as the field is valid.
 */
export function useChecked(check: () => Errors, send: () => Promise<unknown>): Checked {
  const [named, setNamed] = useState<ReadonlySet<string>>(new Set())
  const submitting = useSubmit(() => {
    const found = Object.entries(check()).flatMap(([name, message]) => (message ? [name] : []))
    setNamed(new Set(found))
    return found.length > 0 ? false : send()
  })
  const refused = fieldErrors(submitting.failed)
  const missing = named.size > 0 ? check() : {}
  const errorAt = (name: string): string | undefined =>
    (named.has(name) ? missing[name] : undefined) ??
    refused[name] ??
    Object.entries(refused).find(([at]) => at.startsWith(`${name}.`))?.[1]
  return { ...submitting, errorAt }
}
