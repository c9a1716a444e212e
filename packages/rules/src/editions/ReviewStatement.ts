import type { ActorId } from '../types/Change.ts'

/** The Inspektorat's statement that it reviewed an edition; `date` as 2026-03-31. */
export interface ReviewStatement {
  number: string
  date: string
  text: string
  by: ActorId
  at: string
}
