import { type Database, putMailbox, reader } from '@sepakat/db'
import { buildPeople } from '@sepakat/db/builders/index.ts'
import { daysAfter, type FormId, type NoticeReport, type ReportStatus, reportTypeOf } from '@sepakat/rules'
import { endOfDay } from '@sepakat/rules/periods/dates.ts'
import { v7 } from 'uuid'

const zone = 'Asia/Makassar'

/** Something that is owed, with the day on which its office submits it and the one on which it is approved. */
export interface Owed {
  id: string
  report: NoticeReport
  submitted: string
  approved: string
}

/** Every quarter and the year itself, as offices owe them. */
const formsOf = (year: number): [FormId, period: string, due: string][] => [
  ...([1, 2, 3, 4] as const).flatMap((quarter): [FormId, string, string][] => {
    const due = daysAfter(`${year}-${['03-31', '06-30', '09-30', '12-10'][quarter - 1]}`, 15)
    return [
      ['spm/triwulan', `${year}-TW${quarter}`, due],
      ['sakip/pengukuran-triwulan', `${year}-TW${quarter}`, daysAfter(due, 5)],
    ]
  }),
  ['sakip/perjanjian-kinerja', `${year}`, `${year}-02-16`],
  ['lppd/tahunan', `${year}`, `${year}-03-01`],
]

/** A name for the mail of each person: all have an address, one in eight does without reminders by mail. */
const addressed = async (db: Database, people: { id: string }[], off: (n: number) => boolean): Promise<void> => {
  for (const [n, { id }] of people.entries())
    await putMailbox(reader(db), id, {
      ...{ address: `orang${n}.${id.slice(-6)}@nunukan.example`, version: 0 },
      without: off(n) ? ['reminder'] : [],
    })
}

/** So many offices with people who have addresses, and what they owe in a year, each submitted on a day of its own. */
export const buildRegion = async (
  db: Database,
  { year, count, random }: { year: number; count: number; random: () => number },
): Promise<Owed[]> => {
  const names = Array.from({ length: count }, (_, n) => ({
    id: v7(),
    name: `Kantor ${String(n + 1).padStart(2, '0')}`,
  }))
  await db.prisma.office.createMany({
    data: names.map(({ id }) => ({ id, kind: 'dinas', confidence: 'official', path: [id] })),
  })
  await db.prisma.officeSpan.createMany({
    data: names.map(({ id, name }) => ({ officeId: id, name, urusan: [], from: new Date('2020-01-01') })),
  })
  const people = await buildPeople(db, [
    ...names.map(({ id, name }) => ({
      name: `Operator ${name}`,
      posts: [{ role: 'operator' as const, offices: [id] }],
    })),
    ...names.map(({ id, name }) => ({ name: `Kepala ${name}`, posts: [{ role: 'head' as const, offices: [id] }] })),
    ...(['spm', 'sakip', 'lppd'] as const).flatMap(type =>
      (['verifier', 'coordinator'] as const).map(role => ({
        name: `${role} ${type}`,
        posts: [{ role, reportTypes: [type] }],
      })),
    ),
  ])
  await addressed(db, people, n => n % 8 === 3)
  const owed = names.flatMap(({ id: officeId, name }) =>
    formsOf(year).map(([form, period, due]): Owed & { officeId: string } => {
      const id = v7()
      const submitted = daysAfter(due, Math.floor(random() * 45) - 15)
      return {
        ...{ id, officeId, submitted, approved: daysAfter(submitted, Math.floor(random() * 9)) },
        report: {
          ...{ obligation: id, submission: null, office: name, officePath: [officeId], form },
          ...{ reportType: reportTypeOf(form), period, number: 1, status: 'not-begun' as ReportStatus },
          ...{ due, since: null, closes: null, claimedBy: null },
        },
      }
    }),
  )
  await db.prisma.obligation.createMany({
    data: owed.map(({ id, officeId, report: { form, period, due } }) => ({
      ...{ id, officeId, form, period },
      dueAt: new Date(endOfDay(due ?? '', zone)),
    })),
  })
  return owed
}

/** The report as it is on the morning of a day. */
export const statusOn = ({ submitted, approved }: Owed, day: string): ReportStatus =>
  day <= submitted ? 'not-begun' : day <= approved ? 'submitted' : 'approved'
