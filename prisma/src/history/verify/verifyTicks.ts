import { canonicalJson } from '@sepakat/rules'
import type { BindingEvent } from '../bound/recorded.ts'
import type { Tampering } from './tampering.ts'

export interface StandingTick {
  n: number
  anchor: string
  digest: string | null
  by: string
  at: string
}
/** What events say of ticks: of one row or of many at once, which were taken along to a new revision, which the signer lost. */
interface TickData {
  revision?: number
  ticked?: boolean
  anchor?: string
  digest?: string
  anchors?: string[]
  digests?: string[]
  ticks?: { anchor: string; digest: string }[]
  unticked?: { anchor: string }[]
}

const keyOf = ({ n, anchor }: Pick<StandingTick, 'n' | 'anchor'>) => `${n} ${anchor}`

/** The ticks of a report that its events leave, with the instant of the event that last spoke of each, or of their revision at all. */
const ticksAfter = (events: readonly BindingEvent[]) => {
  const standing = new Map<string, StandingTick>()
  const spoken = new Map<string, string>()
  for (const { type, data, actor: by, at } of events) {
    const { revision: n, ticked, anchor, digest, anchors, digests, ticks, unticked } = data as TickData
    if (n === undefined) continue
    if (!spoken.has(String(n))) spoken.set(String(n), at)
    const put = (tick: StandingTick | undefined, key: string) => {
      spoken.set(key, at)
      if (tick) standing.set(key, tick)
      else standing.delete(key)
    }
    if (type === 'submission.ticked')
      for (const [i, row] of (anchors ?? [anchor ?? '']).entries()) {
        const tick = { n, anchor: row, digest: (anchors ? digests?.[i] : digest) ?? null, by, at }
        put(ticked ? tick : undefined, keyOf(tick))
      }
    for (const { anchor: row } of unticked ?? []) put(undefined, keyOf({ n, anchor: row }))
    for (const { anchor: row } of ticks ?? []) {
      const before = standing.get(keyOf({ n: n - 1, anchor: row }))
      if (before) put({ ...before, n }, keyOf({ n, anchor: row }))
    }
  }
  return { standing, spoken }
}

/** Stored ticks against those that the events of their report leave. Pure. */
export const verifyTicks = (
  submission: string,
  ticks: readonly StandingTick[],
  events: readonly BindingEvent[],
): Tampering[] => {
  const { standing: recorded, spoken } = ticksAfter(events)
  const found: Tampering[] = []
  const say = (code: Tampering['code'], tick: StandingTick, message: string) =>
    found.push({
      code,
      where: `laporan ${submission}, kiriman ke-${tick.n}, centang ${tick.anchor}`,
      message,
      at: spoken.get(keyOf(tick)) ?? spoken.get(String(tick.n)) ?? null,
    })
  for (const { n, anchor, digest, by, at } of ticks) {
    const tick = { n, anchor, digest, by, at }
    const known = recorded.get(keyOf(tick))
    recorded.delete(keyOf(tick))
    if (known === undefined) say('row-added', tick, 'Centang ini tidak ada dalam riwayat.')
    else if (canonicalJson(known) !== canonicalJson(tick))
      say('row-changed', tick, 'Pemeriksa, saat, atau isi yang diterima tidak sama dengan yang dicatat.')
  }
  for (const tick of recorded.values()) say('row-missing', tick, 'Centang ini tercatat, tetapi tidak ada lagi.')
  return found
}
