import type { Owed } from '@sepakat/db'
import { closedAt } from '@sepakat/rules'
import { lacking } from '#http/lacking.ts'

/** @throws needs-unmet while the period of a report is not open yet, or no longer; `zone`: in which its days are said */
export const requireOpenPeriod = (owed: Owed, { now, zone }: { now: Date; zone: string }): void => {
  const closed = closedAt({ ...owed, number: 1, status: 'draft' }, now)
  if (closed === null && (owed.opensAt === null || owed.opensAt <= now)) return
  const day = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: zone })
  const message = closed
    ? `Periode ini sudah ditutup pada ${day.format(closed)}. Mintalah perpanjangan kepada koordinator.`
    : `Periode ini baru dibuka pada ${day.format(owed.opensAt ?? undefined)}.`
  throw lacking('period-open', message)
}
