import type { Acting } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'

/** The session of who asks: a program with a key has none to end, to list or to switch. @throws no-right */
export const sessionOf = (actor: Acting): { id: string } => {
  if (actor.session === null)
    throw problem('no-right', { detail: 'Ini hanya untuk orang yang masuk, bukan untuk kunci API.' })
  return actor.session
}
