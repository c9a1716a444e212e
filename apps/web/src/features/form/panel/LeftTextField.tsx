import type { ComponentProps } from 'react'
import { TextField } from '#ui/TextField.tsx'
import { useTyped } from './useTyped.ts'

type Props = Omit<ComponentProps<typeof TextField>, 'value' | 'onChange' | 'onBlur' | 'error'> & {
  value: string
  /** Called with the trimmed text, where that differs from `value`. */
  onLeft: (text: string) => void
}

/** A text saved on leaving its field, by whatever way, or on a pause in typing. */
export function LeftTextField({ value, onLeft, required, ...field }: Props) {
  const fit = (text: string) => (required && text.trim() === '' ? null : text.trim())
  const { typed, setTyped, leave } = useTyped(value, fit, onLeft)
  const lacks = typed !== undefined && fit(typed) === null
  return (
    <TextField
      {...field}
      value={typed ?? value}
      required={required}
      error={lacks ? 'Beri judul: berkas dicari dengan judulnya.' : undefined}
      onChange={event => setTyped(event.target.value)}
      onBlur={leave}
      onKeyDown={event => {
        if (event.key === 'Enter') leave()
      }}
    />
  )
}
