import { eventHash, firstPrev } from '../eventHash.ts'
import type { Tampering } from './tampering.ts'

export interface StoredEvent {
  stream: string
  seq: number
  type: string
  /** To the microsecond. */
  at: string
  actor: string
  data: Record<string, unknown>
  prev: string
  hash: string
}

/** What the events of one stream, in order, and its head give away. Pure. */
export const verifyStream = (
  stream: string,
  events: readonly StoredEvent[],
  head: { seq: number; hash: string } | null,
): Tampering[] => {
  const found: Tampering[] = []
  const say = (code: Tampering['code'], message: string, at = events.at(-1)?.at ?? null) =>
    found.push({ code, where: stream, message, at })
  let prev = firstPrev
  let expected = 1
  for (const event of events) {
    if (event.seq > expected) {
      say('event-missing', `Peristiwa nomor ${numbers(expected, event.seq - 1)} tidak ada lagi.`, event.at)
    } else if (event.prev !== prev) {
      say('stream-broken', `Peristiwa nomor ${event.seq} tidak lagi menyambung pada yang sebelumnya.`, event.at)
    }
    if (!isAsWritten(event)) say('event-changed', `Peristiwa nomor ${event.seq} (${event.type}) diubah.`, event.at)
    prev = event.hash
    expected = event.seq + 1
  }
  const last = events.at(-1)
  if (head !== null && head.seq >= expected) {
    say('stream-cut', `Peristiwa nomor ${numbers(expected, head.seq)} di ujung tidak ada lagi.`)
  } else if (last && (head === null || head.seq !== last.seq || head.hash !== last.hash)) {
    say('stream-broken', 'Ujung aliran tidak sama dengan peristiwa terakhirnya.')
  }
  return found
}

const isAsWritten = ({ hash, at, ...event }: StoredEvent): boolean => {
  if (!/000Z$/.test(at)) return false
  return eventHash({ ...event, at: new Date(`${at.slice(0, -4)}Z`) }) === hash
}

const numbers = (from: number, to: number) => (from === to ? String(from) : `${from} sampai ${to}`)
