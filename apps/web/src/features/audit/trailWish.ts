import { type EventGroup, eventGroups } from '@sepakat/rules/eventGroups.ts'
import { isDay } from '@sepakat/rules/periods/isDay.ts'
import type { TrailWish } from './queries.ts'

/** The filters of the trail, as the address names them. */
export const trailKeys = ['jenis', 'oleh', 'tentang', 'opd', 'laporan', 'dari', 'sampai'] as const
export type TrailKey = (typeof trailKeys)[number]

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const idOf = (text: string): string | undefined => (uuid.test(text) ? text : undefined)
const dayOf = (text: string): string | undefined => (isDay(text) ? text : undefined)

/** What is asked of the server; what an address says that is no filter of ours is left out. */
export function trailWish(values: Record<TrailKey, string>): TrailWish {
  const wish: TrailWish = {
    group: eventGroups.find(group => group === values.jenis) satisfies EventGroup | undefined,
    actor: idOf(values.oleh),
    person: idOf(values.tentang),
    office: idOf(values.opd),
    submission: idOf(values.laporan),
    from: dayOf(values.dari),
    to: dayOf(values.sampai),
  }
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined))
}
