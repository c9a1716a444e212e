import type { Acting } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'

/** The person who asks. @throws no-right for a program, which has no notices */
export const requirePerson = (actor: Acting): string => {
  if (actor.session === null)
    throw problem('no-right', { detail: 'Ini hanya untuk orang yang masuk, bukan untuk kunci API.' })
  return actor.person.id
}
