import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { TextField } from '../../../ui/TextField.tsx'

type Props = Omit<ComponentProps<typeof TextField>, 'value' | 'onChange' | 'onBlur' | 'error'> & {
  value: string
  /** Called with what stands there, without blanks around it, once the field is left and holds something else than `value`. */
  onLeft: (text: string) => void
}

/** A text that is saved as one leaves its field, by whichever way: the next field, Enter, or what it stands in being closed. */
export function LeftTextField({ value, onLeft, required, ...field }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const lacks = required && typed !== null && typed.trim() === ''
  function leave(): void {
    if (typed === null || lacks) return
    setTyped(null)
    if (typed.trim() !== value) onLeft(typed.trim())
  }
  const last = useRef(leave)
  useEffect(() => {
    last.current = leave
  })
  useEffect(() => () => last.current(), [])
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
