import type { InputEvent } from 'react'

/**
 * The field is marked as a user name, so that a password manager finds it. What is typed must not be
 * remembered by the browser, which would offer it to the next user of this computer.
 */
export const forgetTyped = ({ currentTarget }: InputEvent<HTMLInputElement>): void => {
  currentTarget.autocomplete = 'off'
}
