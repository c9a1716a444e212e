import { type Database, reader, readSettings } from '@sepakat/db'
import { demoLicence } from '@sepakat/db/seed/demo.ts'
import { editionKinds } from '@sepakat/rules'
import type { YearApi } from './yearApi.ts'

/**
 * Makes the SPM report of the region for the last quarter of a year, has it approved, and opens it to everybody. Goes on where it
 * was stopped; nothing where no report of that quarter is approved, or where the region has opened its page itself.
 */
export const publishEdition = async (
  db: Database,
  { ask }: YearApi,
  { year, at }: { year: number; at: Date },
): Promise<void> => {
  const { public: open } = await readSettings(reader(db))
  if (open.on) return
  const period = `${year}-TW4`
  const approved = { OR: editionKinds.spm.reads(period), approvedRevision: { not: null }, practice: false }
  if ((await db.prisma.submission.findFirst({ where: approved, select: { id: true } })) === null) return
  const coordinator = { by: 'koordinator', at }
  const { items } = await ask<{ items: { id: string; period: string; status: string }[] }>({
    ...coordinator,
    method: 'GET',
    path: `/editions?type=spm&year=${year}`,
  })
  let edition = items.find(one => one.period === period)
  edition ??= await ask({ ...coordinator, method: 'POST', path: '/editions', body: { type: 'spm', period } })
  const own = `/editions/${edition!.id}`
  if (edition!.status === 'draft') edition = await ask({ ...coordinator, method: 'POST', path: `${own}/send` })
  if (edition!.status === 'for-approval') await ask({ by: 'pengesah', at, method: 'POST', path: `${own}/approve` })
  const value = { on: true, licence: demoLicence, editions: [`spm/${period}`] }
  await ask({ by: 'pengelola', at, method: 'PUT', path: '/settings/public', body: { value } })
}
