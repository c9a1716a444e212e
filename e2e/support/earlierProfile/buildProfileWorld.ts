import type { Database } from '@sepakat/db'
import { buildPeriods, buildPerson, officeId } from '@sepakat/db/builders/index.ts'
import { type Filing, pdf } from '../fileSpm.ts'
import { password } from '../test.ts'

const id = (n: number): string => `0193a000-0000-7000-8000-00000000000${n}`

/** One report for each quarter of 2026; each report has the id of its obligation. */
export const reports = {
  /** Conflict, change in flight, waiting change, files. */
  typed: id(1),
  /** Submitted by a colleague while a change of it waited. */
  locked: id(2),
  /** Decided to be submitted while offline. */
  queued: id(3),
  /** Created on the device while offline. */
  begun: id(4),
} as const
export const operator = { id: id(5), post: id(6), username: 'siti-profil', name: 'Siti Rahayu' } as const

/** What the server has in every run, under ids that the profile names: encrypted for them, it can be read under no others. */
export const buildProfileWorld = async (db: Database): Promise<{ colleague: string }> => {
  const office = await officeId(db, 'satpolpp')
  const quarters = Object.values(reports).map((report, at) => ({ report, key: `2026-TW${at + 1}` as const }))
  await buildPeriods(
    db,
    // open when the profile was written, and now
    quarters.map(({ key }) => ({ form: 'spm/triwulan' as const, key, opensAt: new Date('2026-01-01') })),
  )
  const dueAt = new Date(Date.now() + 30 * 86_400_000)
  await db.prisma.obligation.createMany({
    data: quarters.map(({ report, key }) => ({
      id: report,
      officeId: office,
      form: 'spm/triwulan',
      period: key,
      dueAt,
    })),
  })
  const post = { role: 'operator' as const, offices: [office] }
  await buildPerson(db, { ...operator, password, posts: [{ ...post, id: operator.post }] })
  const colleague = await buildPerson(db, { name: 'Budi Santoso', password, posts: [post] })
  return { colleague: colleague.username }
}

/** What the server has before the device goes offline. */
export const created = [reports.typed, reports.locked, reports.queued]
export const createReports = async (filing: Filing): Promise<void> => {
  for (const obligation of created) await filing.post('submissions', { obligation })
}

/** What a colleague does while the device is offline. */
export const colleagueWrites = async (filing: Filing): Promise<void> => {
  await filing.save(reports.typed, { recipients: { trantibum: { due: '145' } } })
  await filing.save(reports.locked, { recipients: { trantibum: { due: '145', served: '5' } } })
  await filing.move(reports.locked, 'submit')
}

/** The files that wait on the device, of the report with what was typed. */
export const profileFiles = ['foto jembatan', 'berita acara'].map((title, at) => ({
  name: `${title}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([pdf, Buffer.from(`% ${at}\n`)]),
}))
