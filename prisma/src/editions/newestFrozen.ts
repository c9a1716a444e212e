import type { EditionType, PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import type { EditionFileRow } from './editionFiles.ts'
import { listEditionFiles } from './editionFiles.ts'

/** The newest approved version of one of the regency's own reports. */
export interface NewestFrozen {
  id: string
  type: EditionType
  period: PeriodKey
  version: number
}

/** How the public page names what it shows: `lppd/2025`. */
export const editionKey = ({ type, period }: Pick<NewestFrozen, 'type' | 'period'>): string => `${type}/${period}`

/** Of each type and period, or of those of `keys`; the newest period first. */
export const newestFrozen = async (tx: Queryable, keys?: readonly string[]): Promise<NewestFrozen[]> => {
  const chosen = keys?.map(key => {
    const [type = '', period = ''] = key.split('/')
    return { type, period }
  })
  const found = await tx.prisma.edition.findMany({
    where: { status: 'frozen', ...(chosen && { OR: chosen }) },
    orderBy: [{ period: 'desc' }, { type: 'asc' }, { version: 'desc' }],
    distinct: ['type', 'period'],
    select: { id: true, type: true, period: true, version: true },
    take: 500,
  })
  return found as NewestFrozen[]
}

/** Its files for the public, by format the newest: those that the system itself ordered. */
export const publicFilesOf = async (tx: Queryable, editionId: string): Promise<EditionFileRow[]> => {
  const all = await listEditionFiles(tx, editionId)
  const own = all.filter(
    ({ orderedBy, status }) => orderedBy.actor === 'system' && !['failed', 'cancelled'].includes(status),
  )
  return own.filter(({ format }, at) => own.findIndex(one => one.format === format) === at)
}
