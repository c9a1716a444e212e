import type { FormId } from '@sepakat/rules'
import { groupBy } from '@sepakat/rules/grouping/groupBy.ts'
import type { Database } from '../database.ts'
import type { YearOffice } from './YearOffice.ts'

/** Whose pages the demo accounts open, and what others take over from, is filled in first. */
const first = ['setda', 'bag-tapem', 'dinkes', 'dsp3a', 'dlh', 'dkpp', 'diskominfo', 'bappeda']
const rankOf = ({ code }: YearOffice): number => (first.includes(code) ? first.indexOf(code) : first.length)

/** The offices to which anything is assigned, with the rows they answer, in the order in which they are filled in. */
export const loadYearOffices = async ({ prisma }: Database): Promise<YearOffice[]> => {
  const found = await prisma.office.findMany({
    where: { assignments: { some: {} }, code: { not: null } },
    select: {
      ...{ id: true, code: true, kind: true },
      spans: { where: { to: null }, select: { name: true, urusan: true } },
      assignments: { select: { form: true, row: true } },
    },
    orderBy: { code: 'asc' },
  })
  const offices = found.map(({ id, code, kind, spans, assignments }): YearOffice => {
    const rows: YearOffice['rows'] = {}
    for (const [form, own] of groupBy(assignments, ({ form }) => form as FormId))
      rows[form] = own.map(({ row }) => row).sort()
    return { id, code: code!, kind, rows, name: spans[0]?.name ?? code!, urusan: spans[0]?.urusan ?? [] }
  })
  return offices.sort((a, b) => rankOf(a) - rankOf(b))
}
