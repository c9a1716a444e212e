import type { Database } from '../database.ts'

/** What was done before a kill, told from history. */
export interface StepsBefore {
  /** How often each event was left, by report and type: `<id> submission.created`. */
  events: Map<string, number>
  /** The ids of the Perubahan that were created, by the obligation. */
  second: Map<string, string>
}

/** @param obligations of that office, whose first reports have their ids */
export const stepsBefore = async (
  { prisma }: Database,
  office: string,
  obligations: readonly string[],
): Promise<StepsBefore> => {
  const found = await prisma.submission.findMany({
    where: { officeId: office, OR: [{ id: { in: [...obligations] } }, { number: 2 }] },
    select: { id: true, form: true, period: true, number: true },
  })
  const keyOf = ({ form, period }: { form: string; period: string }) => `${form} ${period}`
  const changed = new Map(found.flatMap(one => (one.number === 2 ? [[keyOf(one), one.id] as const] : [])))
  const second = found.flatMap(one => {
    const id = one.number === 1 ? changed.get(keyOf(one)) : undefined
    return id === undefined ? [] : [[one.id, id] as const]
  })
  const streams = found.map(({ id }) => `submission/${id}`)
  const events = await prisma.event.groupBy({
    by: ['stream', 'type'],
    where: { stream: { in: streams } },
    _count: true,
  })
  return {
    events: new Map(
      events.map(({ stream, type, _count }) => [`${stream.slice('submission/'.length)} ${type}`, _count]),
    ),
    second: new Map(second),
  }
}
