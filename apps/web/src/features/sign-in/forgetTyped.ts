import type { InputEvent } from 'react'

/**
 * The field says that a user name belongs in it, so that a password manager finds it. What is then typed the browser must not
 * remember: it would offer the name to whoever sits here next.
 */
export const forgetTyped = ({ currentTarget }: InputEvent<HTMLInputElement>): void => {
  currentTarget.autocomplete = 'off'
}
