// After an offline start the session is unconfirmed: no other request is sent before the server has confirmed the user.
type Confirm = () => Promise<void>

let confirm: Confirm | null = null
let running: Promise<void> | null = null

/** How the server is asked; null once it has answered. */
export function believe(how: Confirm | null): void {
  confirm = how
}

/** Settles when the server has confirmed the user. @throws NoAnswerError as long as it does not answer. */
export async function confirmed(): Promise<void> {
  if (!confirm) return
  running ??= confirm().finally(() => {
    running = null
  })
  await running
}
