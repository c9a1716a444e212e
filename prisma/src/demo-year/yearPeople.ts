import type { PersonSpec } from '../builders/people.ts'
import type { YearOffice } from './YearOffice.ts'

const known: Record<string, string> = {
  dsp3a: 'operator.dinsos',
  dkpp: 'operator.pertanian',
  diskominfo: 'operator.kominfo',
}

/** Who fills in for an office; those that the sign-in page names are among them. */
export const operatorOf = (code: string): string => known[code] ?? `operator.${code}`

/** Two who review each type of report, so that work can be shared, and those who open a report again. */
export const reviewersOf = (form: string): string[] => {
  if (form === 'sakip/evaluasi') return ['penilai', 'penilai2']
  if (form.startsWith('sakip/')) return ['verifikator.sakip', 'verifikator2.sakip']
  return form.startsWith('spm/') ? ['verifikator.spm', 'verifikator2.spm'] : ['verifikator.spm', 'verifikator.lkpj']
}
export const coordinatorOf = (form: string): string => (form.startsWith('sakip/') ? 'koordinator.sakip' : 'koordinator')

/** People of the demo year beyond the accounts that the sign-in page shows; named by what they do. */
export const yearPeople = (offices: readonly YearOffice[], has: ReadonlySet<string>): PersonSpec[] => {
  const reviewing: PersonSpec[] = [
    {
      ...{ username: 'verifikator2.spm', name: 'Verifikator kedua SPM, Bagian Tata Pemerintahan' },
      posts: [{ role: 'verifier', title: 'Verifikator', reportTypes: ['spm'] }],
    },
    {
      ...{ username: 'verifikator.lkpj', name: 'Verifikator LKPJ dan LPPD, Bagian Tata Pemerintahan' },
      posts: [{ role: 'verifier', title: 'Verifikator', reportTypes: ['lkpj', 'lppd'] }],
    },
    {
      ...{ username: 'verifikator2.sakip', name: 'Verifikator kedua SAKIP, Bagian Organisasi' },
      posts: [{ role: 'verifier', title: 'Verifikator', reportTypes: ['sakip'] }],
    },
    {
      ...{ username: 'penilai2', name: 'Penilai kedua SAKIP, Inspektorat Daerah' },
      posts: [{ role: 'evaluator', title: 'Penilai', reportTypes: ['sakip'] }],
    },
    {
      ...{ username: 'koordinator.sakip', name: 'Koordinator SAKIP, Bagian Organisasi' },
      posts: [{ role: 'coordinator', title: 'Koordinator', reportTypes: ['sakip'] }],
    },
  ]
  const ofOffices = offices.flatMap(({ id, code, name }): PersonSpec[] => [
    {
      username: operatorOf(code),
      name: `Operator ${name}`,
      posts: [{ role: 'operator', title: 'Operator', offices: [id] }],
    },
    {
      username: `kepala.${code}`,
      name: `Kepala ${name}`,
      posts: [{ role: 'head', title: 'Kepala perangkat daerah', offices: [id] }],
    },
  ])
  return [...reviewing, ...ofOffices].filter(({ username }) => !has.has(username!))
}
