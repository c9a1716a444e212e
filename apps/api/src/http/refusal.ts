import type { ActorId, EventType } from '@sepakat/rules'

/** A refusal that history keeps. Ids and plain values only; never what was typed. */
export interface Refusal {
  type: Extract<EventType, `${string}.refused`>
  /** The person whom it concerns, where that is known. */
  person: string | null
  /** Whose refusals are counted together: the person, or else the address. */
  by: string
  /** Absent: who asked, or else the system. */
  actor?: ActorId
  data: Record<string, unknown>
}
