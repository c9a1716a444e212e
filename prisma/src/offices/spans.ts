import type { OfficeSpan } from '@sepakat/rules'
import type { OfficeSpan as Stored } from '../../generated/client.ts'
import type { Queryable } from '../database.ts'
import { datesOf, daysOf } from '../days.ts'

const spanOf = ({ name, shortName, parentId, urusan, ...span }: Stored): OfficeSpan => ({
  name,
  shortName,
  parent: parentId,
  urusan,
  ...daysOf(span),
})

/** Names, parents and fields of an office, oldest first. */
export const readSpans = async (tx: Queryable, officeId: string): Promise<OfficeSpan[]> =>
  (await tx.prisma.officeSpan.findMany({ where: { officeId }, orderBy: { from: 'asc' } })).map(spanOf)

/** Which office was under which, when, over all offices. */
export const readParents = async (
  tx: Queryable,
): Promise<{ office: string; parent: string | null; from: string; to: string | null }[]> => {
  const spans = await tx.prisma.officeSpan.findMany({
    select: { officeId: true, parentId: true, from: true, to: true },
    orderBy: [{ officeId: 'asc' }, { from: 'asc' }],
  })
  return spans.map(({ officeId: office, parentId: parent, ...span }) => ({ office, parent, ...daysOf(span) }))
}

/** Puts the spans of an office in place of those it had. */
export const putSpans = async (tx: Queryable, officeId: string, spans: OfficeSpan[]): Promise<void> => {
  await tx.prisma.officeSpan.deleteMany({ where: { officeId } })
  await tx.prisma.officeSpan.createMany({
    data: spans.map(({ name, shortName, parent, urusan, ...span }) => ({
      ...{ officeId, name, shortName, parentId: parent, urusan },
      ...datesOf(span),
    })),
  })
}
