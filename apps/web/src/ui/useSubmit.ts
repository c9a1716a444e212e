import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** A group of choices cannot be marked itself: its first choice takes the focus, and is announced with the group's message. */
const wrongField = '[aria-invalid="true"], [data-invalid] input'

export interface Submitting {
  busy: boolean
  failed: unknown
  form: RefObject<HTMLFormElement | null>
  /** The form's submit handler. */
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  reset: () => void
}

/**
 * Small forms (sign-in, administration): reads the fields, sends once, keeps the failure, and focuses the first
 * invalid field. `send` returns false, or comes to it, when it found an error itself and has shown it.
 */
export function useSubmit(send: (fields: FormData) => Promise<unknown> | false): Submitting {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<unknown>(null)
  const form = useRef<HTMLFormElement>(null)
  const running = useRef(false)
  const latest = useRef(send)
  latest.current = send
  const [refusals, setRefusals] = useState(0)
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>(wrongField)?.focus()
  }, [refusals])

  const onSubmit = useCallback(async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (running.current) return
    const work = latest.current(new FormData(event.currentTarget))
    setFailed(null)
    if (work === false) {
      setRefusals(n => n + 1)
      return
    }
    running.current = true
    setBusy(true)
    try {
      if ((await work) === false) setRefusals(n => n + 1)
    } catch (error) {
      setFailed(error)
      setRefusals(n => n + 1)
    } finally {
      running.current = false
      setBusy(false)
    }
  }, [])
  return { busy, failed, form, onSubmit, reset: useCallback(() => setFailed(null), []) }
}

/** A field of a form as trimmed text. */
export const fieldText = (fields: FormData, name: string): string => String(fields.get(name) ?? '').trim()
/** As typed: blanks belong to a password. */
export const fieldRaw = (fields: FormData, name: string): string => String(fields.get(name) ?? '')
