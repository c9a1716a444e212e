import { accessStream } from '@sepakat/db'
import type { Acting } from '#http/auth/acting.ts'

/** The event of sessions that ended, or (`locked`) open nothing any more. */
export const sessionEnded = (
  { actor, now }: { actor: Acting; now: Date },
  sessions: string[],
  more: { locked?: true } = {},
) => {
  const person = actor.person.id
  return { stream: accessStream(now, person), type: 'session.ended', data: { person, sessions, ...more } } as const
}
