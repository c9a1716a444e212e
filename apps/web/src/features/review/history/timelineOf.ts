// The events of a report as sentences. Nothing here changes history: the chain of hashes covers the events.
import { reportEventWords, ticksIn } from '@sepakat/rules/history/reportEventWords.ts'
import type { KnownOfReport, Tell } from '@sepakat/rules/history/Tell.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'

export type ReportEvent = ResponseOf<'GET /submissions/:id/events'>['items'][number]
export type Known = KnownOfReport

export interface Entry {
  /** The number of the newest event in it. */
  seq: number
  type: string
  at: string
  by: ReportEvent['by']
  hash: string
  /** What was done, to be read after the name: `mengirim kiriman ke-2`. */
  did: string
  /** Text of a person: a reason, a note, an answer. */
  quote?: string
}

const tell: Readonly<Record<string, Tell<Known>>> = reportEventWords

/** Events, newest first, as entries. Consecutive ticks of one person are one entry. */
export function timelineOf(events: readonly ReportEvent[], known: Known): Entry[] {
  const entries: Entry[] = []
  let ticks = 0
  for (const { seq, type, at: when, by, hash, data } of events) {
    const last = entries.at(-1)
    const isTick = type === 'submission.ticked' && data.ticked === true
    if (isTick && ticks > 0 && last?.by.actor === by.actor) {
      ticks += ticksIn(data)
      last.did = `menandai ${ticks} baris`
      continue
    }
    ticks = isTick ? ticksIn(data) : 0
    const [did, quote] = tell[type]?.(data, known) ?? [type]
    entries.push({ seq, type, at: when, by, hash, did, ...(quote && { quote }) })
  }
  return entries
}
