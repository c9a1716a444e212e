import { reachOf, reportTypes } from '@sepakat/rules'
import type { Acting } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'

/** The trail is one, of all report types: a post for some of them would read of the others. @throws no-right */
export const requireWholeTrail = (actor: Acting, today: string): void => {
  const reach = reachOf(actor.access, 'audit.read', today)
  if (reach && reportTypes.every(type => reach.reportTypes?.includes(type) ?? true)) return
  throw problem('no-right', { detail: 'Jejak audit memuat semua jenis laporan; jabatan Anda untuk sebagian saja.' })
}
