/** What the fields of a draft are given: the draft, how it changes, and the message of a field. */
export interface DraftProps<T> {
  draft: T
  onChange: (draft: T) => void
  errorAt: (field: string) => string | undefined
}

/** Value, change and message of a field of a draft, to be spread into it: `text` where it is typed in, `date` of a day, `field` elsewhere. */
export function draftFields<T extends object>({ draft, onChange, errorAt }: DraftProps<T>) {
  const set = (more: Partial<T>) => onChange({ ...draft, ...more })
  const field = <K extends keyof T & string>(name: K) => ({
    value: draft[name],
    onChange: (value: T[K]) => onChange({ ...draft, [name]: value }),
    error: errorAt(name),
  })
  const text = <K extends keyof T & string>(name: K) => ({
    ...field(name),
    onChange: (event: { target: { value: string } }) => onChange({ ...draft, [name]: event.target.value }),
  })
  const date = <K extends keyof T & string>(name: K) => ({ ...field(name), value: draft[name] ?? '' })
  return { set, field, text, date }
}
