import { buildPeople, type PersonSpec } from '../builders/people.ts'
import { buildObligations, buildPeriods, buildWave } from '../builders/plan.ts'
import type { Database } from '../database.ts'
import { loadYearOffices } from '../demo-year/loadYearOffices.ts'
import { yearPeople } from '../demo-year/yearPeople.ts'
import { yearPeriods } from '../demo-year/yearPeriods.ts'
import { beginYear, endYear } from '../demo-year/yearProgress.ts'
import { noEvent, record, written } from '../history/record.ts'
import { type Emblem, endDemoEmblem, putEmblem } from '../papers/emblem.ts'
import { putSetting, readSettings } from '../settings/settings.ts'
import { type Transaction, transaction } from '../transaction.ts'

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

/** The same year for everybody, unless another number is asked for. */
const usualSeed = 2025

/**
 * The demo region: all offices with their people, the periods and obligations of last year and this, and the note that its reports
 * are to be filled in. Does nothing where people exist.
 */
export const seedDemo = async (db: Database, now: Date, seed = usualSeed): Promise<void> => {
  if ((await db.prisma.person.findFirst({ select: { id: true } })) !== null) return
  const offices = await loadYearOffices(db)
  const posts = people(Object.fromEntries(offices.map(({ code, id }) => [code, id])))
  const year = now.getUTCFullYear()
  const from = new Date(Date.UTC(year - 2, 10, 3))
  const shown = demoAccounts.map(({ username, label }) => ({ username, name: label, posts: posts[username] ?? [] }))
  const names = new Set<string>(demoAccounts.map(({ username }) => username))
  const all = [...shown, ...yearPeople(offices, names)].map(({ posts = [], ...person }, n) => ({
    ...{ ...person, phone: demoPhone(n), password: demoPassword, demo: true },
    posts: posts.map(post => ({ ...post, from })),
  }))
  await buildPeople(db, all, from)
  await buildPeriods(db, [...yearPeriods(year - 1), ...yearPeriods(year)])
  await buildWave(db, {
    name: 'Semua perangkat daerah',
    fromPeriod: `${year - 1}-TW1`,
    offices: offices.map(({ id }) => id),
    reportTypes: ['spm', 'lppd', 'sakip', 'lkpj'],
  })
  for (const one of [year - 1, year]) await buildObligations(db, one)
  await transaction(db, tx => putEmblem(tx, demoEmblem(), { by: 'system', at: from }))
  await beginYear(db, { seed, now: now.toISOString(), of: offices.length })
}

/** Of a range that is given to no network, so that no person is called by mistake. */
const demoPhone = (n: number): string => `0840-0000-${String(n + 1).padStart(4, '0')}`

/** Drawn for the demo region: no coat of arms that any region has. */
const demoEmblem = (): Emblem => {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path d="M50 4 90 20v34c0 24-20 36-40 42C30 90 10 78 10 54V20z" fill="#0f5f6b"/><path d="M18 62q8-8 16 0t16 0 16 0 16 0" stroke="#fff" stroke-width="5" fill="none"/><circle cx="50" cy="36" r="12" fill="#f2c230"/></svg>'
  return { media: 'image/svg+xml', bytes: new TextEncoder().encode(drawing) }
}

/** Of what the demo region opens to everybody: none of it may be taken for data of a regency. */
export const demoLicence = {
  name: 'CC BY 4.0; data contoh, bukan angka resmi',
  url: 'https://creativecommons.org/licenses/by/4.0/deed.id',
}

/** Removes the way in of every demo account, fills in no more for them, and closes their public page; what they did stays in history. */
export const disableDemo = (db: Database, now: Date): Promise<number> =>
  record(db, { actor: 'system', at: now }, async tx => {
    await tx.prisma.session.deleteMany({ where: { person: { demo: true } } })
    await endYear(tx)
    await endDemoEmblem(tx, now)
    const closed = await closePage(tx)
    const open = { demo: true, disabledAt: null }
    const shut = await tx.prisma.person.updateManyAndReturn({
      where: open,
      data: { disabledAt: now },
      select: { id: true },
    })
    const [one, ...others] = [...closed, ...shut.map(({ id }) => disabled(id))]
    return one ? written(shut.length, one, ...others) : noEvent(0)
  })

const disabled = (person: string) => {
  const data = { person, disabled: true }
  return { stream: 'rights', type: 'person.changed', data, binds: { person: [person] } } as const
}

/** What demo accounts approved is no longer opened to anybody; the page is turned off where nothing else was. */
const closePage = async (tx: Transaction) => {
  const { public: open } = await readSettings(tx)
  const posts = await tx.prisma.post.findMany({ where: { person: { demo: true } }, select: { id: true } })
  const theirs = await tx.prisma.edition.findMany({
    where: { statusBy: { in: posts.map(({ id }) => `post:${id}`) } },
    select: { type: true, period: true },
  })
  const gone = new Set(theirs.map(({ type, period }) => `${type}/${period}`))
  const editions = open.editions.filter(key => !gone.has(key))
  if (editions.length === open.editions.length) return []
  const value = { ...open, editions, on: open.on && editions.length > 0 }
  await putSetting(tx, 'public', value, 'system')
  return [{ stream: 'rights', type: 'setting.changed', data: { key: 'public', value } }] as const
}
