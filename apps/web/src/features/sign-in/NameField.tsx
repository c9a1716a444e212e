import type { InputEventHandler } from 'react'
import { TextField, type TextFieldProps } from '#ui/TextField.tsx'

/**
 * The field is marked as a user name, so that a password manager finds it. What is typed must not be
 * remembered by the browser, which would offer it to the next user of this computer; nor what was typed in the form before.
 */
export function NameField({
  onInput,
  ...more
}: Pick<TextFieldProps, 'defaultValue' | 'error'> & { onInput: InputEventHandler<HTMLInputElement> }) {
  return (
    <TextField
      {...more}
      name="name"
      label="NIP atau nama pengguna"
      autoComplete={more.defaultValue ? 'off' : 'username'}
      onInput={event => {
        event.currentTarget.autocomplete = 'off'
        onInput(event)
      }}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={64}
    />
  )
}
