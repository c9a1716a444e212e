import { buildPerson, officeId, type PersonSpec } from '../builders/people.ts'
import { buildObligations, buildWave, type PeriodSpec } from '../builders/plan.ts'
import type { Database } from '../database.ts'
import { noEvent, record, written } from '../history/record.ts'

export const demoPassword = 'sepakat-nunukan'

/** Shown on the sign-in page of a demo installation; named by what they do, so that no real person is meant. */
export const demoAccounts = [
  { username: 'operator.dinkes', label: 'Operator Dinas Kesehatan' },
  { username: 'operator2.dinkes', label: 'Operator kedua Dinas Kesehatan' },
  { username: 'operator.dinsos', label: 'Operator Dinas Sosial' },
  { username: 'operator.dlh', label: 'Operator Dinas Lingkungan Hidup' },
  { username: 'operator.pertanian', label: 'Operator Dinas Pertanian' },
  { username: 'operator.kominfo', label: 'Operator Diskominfotik' },
  { username: 'operator.bappeda', label: 'Operator Bappeda, kinerja makro' },
  { username: 'kepala.dinkes', label: 'Kepala Dinas Kesehatan' },
  { username: 'verifikator.spm', label: 'Verifikator SPM, Bagian Tata Pemerintahan' },
  { username: 'verifikator.sakip', label: 'Verifikator SAKIP, Bagian Organisasi' },
  { username: 'penilai', label: 'Penilai SAKIP, Inspektorat Daerah' },
  { username: 'koordinator', label: 'Koordinator, Bagian Tata Pemerintahan' },
  { username: 'pengesah', label: 'Pejabat pengesah, Asisten Pemerintahan' },
  { username: 'pimpinan', label: 'Sekretaris Daerah' },
  { username: 'pengawas', label: 'Inspektorat Daerah' },
  { username: 'pengelola', label: 'Pengelola sistem, Diskominfotik' },
] as const

const pilots = ['dinkes', 'dlh', 'dkpp', 'dsp3a', 'diskominfo']

const people = (office: Record<string, string>): Record<string, PersonSpec['posts']> => ({
  'operator.dinkes': [{ role: 'operator', title: 'Operator', offices: [office.dinkes!] }],
  'operator2.dinkes': [{ role: 'operator', title: 'Operator', offices: [office.dinkes!] }],
  'operator.dinsos': [{ role: 'operator', title: 'Operator', offices: [office.dsp3a!] }],
  'operator.dlh': [{ role: 'operator', title: 'Operator', offices: [office.dlh!] }],
  'operator.pertanian': [{ role: 'operator', title: 'Operator', offices: [office.dkpp!] }],
  'operator.kominfo': [{ role: 'operator', title: 'Operator', offices: [office.diskominfo!] }],
  'operator.bappeda': [{ role: 'operator', title: 'Operator', offices: [office.bappeda!] }],
  'kepala.dinkes': [{ role: 'head', title: 'Kepala Dinas', offices: [office.dinkes!] }],
  'verifikator.spm': [{ role: 'verifier', title: 'Verifikator', reportTypes: ['spm', 'lppd', 'lkpj'] }],
  'verifikator.sakip': [{ role: 'verifier', title: 'Verifikator', reportTypes: ['sakip'] }],
  penilai: [{ role: 'evaluator', title: 'Penilai', reportTypes: ['sakip'] }],
  koordinator: [
    { role: 'coordinator', title: 'Koordinator', reportTypes: ['spm', 'lppd', 'lkpj'] },
    { role: 'verifier', title: 'Verifikator', reportTypes: ['spm'] },
  ],
  pengesah: [{ role: 'approver', title: 'Asisten Pemerintahan' }],
  pimpinan: [{ role: 'leader', title: 'Sekretaris Daerah' }],
  pengawas: [{ role: 'auditor', title: 'Inspektur Pembantu' }],
  pengelola: [{ role: 'admin', title: 'Pengelola sistem' }],
})

/** Instants in the region's zone (WITA, UTC+8), which knows no summer time. */
const wita = (year: number, month: number, date: number, end = false): Date =>
  new Date(Date.UTC(year, month - 1, date, end ? 15 : -8, end ? 59 : 0))

const dayMs = 86_400_000
/** A demo that is first started late in the year still has time for what was due before: until the end of a day to come. */
const later = (now: Date, due: Date, days: number): Date =>
  due > now ? due : new Date(Math.ceil((now.getTime() + days * dayMs) / dayMs) * dayMs - 8 * 3_600_000 - 60_000)

/** All quarters, and the reports on the year, are open from New Year, so that the demo can file any of them. */
const demoPeriods = (year: number, now: Date): PeriodSpec[] => [
  ...([1, 2, 3, 4] as const).flatMap(q =>
    (['spm/triwulan', 'sakip/pengukuran-triwulan'] as const).map(form => ({
      form,
      key: `${year}-TW${q}`,
      opensAt: wita(year, 1, 1),
      dueAt: later(now, wita(year, q * 3 + 1, 20, true), 5 + q * 4),
      closesAt: wita(year + 1, 2, 28, true),
    })),
  ),
  ...(['sakip/indikator', 'sakip/perjanjian-kinerja'] as const).map(form => ({
    form,
    key: `${year}`,
    opensAt: wita(year - 1, 12, 1),
    dueAt: later(now, wita(year, 2, 28, true), 7),
    closesAt: wita(year + 1, 2, 28, true),
  })),
  ...(['sakip/lkjip', 'sakip/evaluasi', 'lppd/tahunan', 'lppd/makro', 'lkpj/tahunan'] as const).map(form => ({
    form,
    key: `${year}`,
    opensAt: wita(year, 1, 1),
    dueAt: wita(year + 1, 2, 28, true),
    closesAt: wita(year + 1, 3, 31, true),
  })),
]

/** The pilot region: five offices, that of macro performance, their people, this year's periods and obligations. Does nothing where people exist. */
export const seedDemo = async (db: Database, now: Date): Promise<void> => {
  if ((await db.prisma.person.findFirst({ select: { id: true } })) !== null) return
  const codes = [...pilots, 'bappeda', 'setda']
  const office = Object.fromEntries(await Promise.all(codes.map(async code => [code, await officeId(db, code)])))
  const posts = people(office)
  for (const { username, label } of demoAccounts) {
    await buildPerson(db, { username, name: label, password: demoPassword, demo: true, posts: posts[username] ?? [] })
  }
  const year = now.getUTCFullYear()
  await db.prisma.period.createMany({
    data: demoPeriods(year, now).map(p => ({ ...p, opensAt: p.opensAt!, dueAt: p.dueAt!, closesAt: p.closesAt! })),
    skipDuplicates: true,
  })
  await buildWave(db, {
    name: 'Gelombang 1: lima perangkat daerah percontohan',
    fromPeriod: `${year}-TW1`,
    offices: pilots.map(code => office[code]!),
    reportTypes: ['spm', 'lppd', 'sakip', 'lkpj'],
  })
  await buildWave(db, {
    name: 'Kinerja makro',
    fromPeriod: `${year}-TW1`,
    offices: [office.bappeda!],
    reportTypes: ['lppd'],
  })
  await buildObligations(db, year)
  await db.prisma.setting.create({ data: { key: 'demo-reports', value: 'due', updatedBy: 'system' } })
}

/** True once: when the demo region was just made and its reports are not filed yet. */
export const takeDemoReports = async ({ prisma }: Database): Promise<boolean> => {
  const { count } = await prisma.setting.deleteMany({ where: { key: 'demo-reports' } })
  return count === 1
}

/** Removes the way in of every demo account; what they did stays in history. */
export const disableDemo = (db: Database, now: Date): Promise<number> =>
  record(db, { actor: 'system', at: now }, async tx => {
    await tx.prisma.session.deleteMany({ where: { person: { demo: true } } })
    const open = { demo: true, disabledAt: null }
    const shut = await tx.prisma.person.updateManyAndReturn({
      where: open,
      data: { disabledAt: now },
      select: { id: true },
    })
    const [first, ...more] = shut.map(({ id }) => disabled(id))
    return first ? written(shut.length, first, ...more) : noEvent(0)
  })

const disabled = (person: string) => {
  const data = { person, disabled: true }
  return { stream: 'rights', type: 'person.changed', data, binds: { person: [person] } } as const
}
