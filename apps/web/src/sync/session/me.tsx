import type { Permission } from '@sepakat/rules'
import * as dates from '@sepakat/rules/periods/dates.ts'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Me } from '../apiTypes.ts'

interface Signed {
  me: Me
  /** After a switch of post, a changed password, or a new sign-in; `password` where it was just typed. */
  setMe: (me: Me, password?: string) => void
}

const MeContext = createContext<Signed | null>(null)

export function MeProvider({ me, setMe, children }: Signed & { children: ReactNode }) {
  return <MeContext value={useMemo(() => ({ me, setMe }), [me, setMe])}>{children}</MeContext>
}

function useSigned(): Signed {
  const signed = useContext(MeContext)
  if (!signed) throw new Error('no one is signed in here')
  return signed
}

/** The current user and acting post. */
export const useMe = (): Me => useSigned().me
export const useSetMe = (): Signed['setMe'] => useSigned().setMe

/** Whether the acting post has this permission. The API checks again; this only hides useless buttons. */
export const useMay = (permission: Permission): boolean => useMe().permissions.includes(permission)

/** Whether the acting post fills in or signs for an office, and does not read it from outside. */
export const useIsOfOffice = (): boolean => {
  const { permissions } = useMe()
  return permissions.includes('submission.write') || permissions.includes('submission.sign')
}

/** The server's clock as known to this device: a wrong clock of a laptop must not make a deadline look far. */
const offsets = new WeakMap<Me, number>()
function serverNow(me: Me): number {
  let offset = offsets.get(me)
  if (offset === undefined) {
    offset = Date.parse(me.now) - Date.now()
    offsets.set(me, offset)
  }
  return Date.now() + offset
}

/** Dates in Indonesian, in the region's zone and by the server's clock. */
export function useDates() {
  const me = useMe()
  return useMemo(() => {
    const { zone } = me.region
    return {
      zone,
      now: () => serverNow(me),
      today: () => dates.dayOf(serverNow(me), zone),
      year: () => Number(dates.dayOf(serverNow(me), zone).slice(0, 4)),
      longDay: dates.longDay,
      shortDay: dates.shortDay,
      dayOf: (instant: string) => dates.dayOf(instant, zone),
      long: (instant: string) => dates.longInstant(instant, zone),
      short: (instant: string) => dates.shortInstant(instant, zone),
      shortZoned: (instant: string) => `${dates.shortInstant(instant, zone)} ${dates.zoneNames[zone] ?? ''}`.trim(),
      due: (dueAt: string) => dates.untilDue(dueAt, serverNow(me), zone),
      daysUntil: (instant: string) => dates.daysUntil(instant, serverNow(me), zone),
      ago: (instant: string) => dates.ago(instant, serverNow(me), zone),
      distance: (instant: string) => dates.dayDistance(instant, serverNow(me), zone),
      endOfDay: (day: string) => dates.endOfDay(day, zone),
      startOfDay: (day: string) => dates.startOfDay(day, zone),
    }
  }, [me])
}
