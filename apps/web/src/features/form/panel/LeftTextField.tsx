import type { ComponentProps } from 'react'
import { TextField } from '../../../ui/TextField.tsx'
import { useTyped } from './useTyped.ts'

type Props = Omit<ComponentProps<typeof TextField>, 'value' | 'onChange' | 'onBlur' | 'error'> & {
  value: string
  /** Called with what stands there, without blanks around it, where that is something else than `value`. */
  onLeft: (text: string) => void
}

/** A text that is saved as one leaves its field, by whichever way, or stops typing. */
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
