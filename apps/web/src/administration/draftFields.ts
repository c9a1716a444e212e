/** Props for the fields of a draft: the draft, its setter, and the message of a field. */
export interface DraftProps<T> {
  draft: T
  onChange: (draft: T) => void
  errorAt: (field: string) => string | undefined
}

/** Value, change and message of one field, to be spread into it: `text` for text fields, `date` for a day, `field` for others. */
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
