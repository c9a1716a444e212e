import { draw } from './draw.ts'
import { idOf } from './idOf.ts'
import { nationalCodes, printedRows } from './printedTables.ts'
import { generic, programNames, supporting } from './programList.ts'
import type { YearOffice } from './YearOffice.ts'

interface YearSubactivity {
  id: string
  code: string
  name: string
  indicator: string
  unit: string
  target: number
  realization: number
  /** Rupiah: before the change of APBD, after it where it changed, and what was spent in the year. */
  before: number
  after: number | null
  spent: number
}
export interface YearProgram {
  id: string
  code: string
  name: string
  activities: { id: string; code: string; name: string; subactivities: YearSubactivity[] }[]
}

/** Billions of rupiah of a year, of which the supporting programme takes about half. */
const budgets: Record<string, number> = {
  disdik: 312,
  dinkes: 171,
  dpuprpkp: 238,
  bpkad: 88,
  setwan: 52,
  dsp3a: 24,
  dpmd: 31,
  disdukcapil: 14,
  dlh: 22,
}
const budgetOf = ({ code, kind }: YearOffice, seed: number): number =>
  (budgets[code] ?? (kind === 'kecamatan' ? 4 : 11) + (draw(seed, code, 'pagu') % 40) / 10) * 1_000_000_000

const whole = (amount: number): number => Math.round(amount / 1000) * 1000

/** What the secretariat of a regency published of its four programmes: budget and spending of the last year printed. */
const secretariat = (): Map<string, { budget: number; spent: number }> =>
  new Map(
    printedRows('sakip-tables.md', 'C2')
      .filter(({ tahun }) => tahun === '2024')
      .map(row => [row.indikator!, { budget: Number(row.target), spent: Number(row.realisasi) }]),
  )

interface Sub {
  code: string
  name: string
  indicator: string
  unit: string
  target: number
  budget: number
  share?: number
}

/**
 * The programmes of an office with their activities, sub-activities, money and targets. Agreement, quarters, LKjIP and LKPJ of a
 * year are made from this one list, so that they agree; ids are the same in each year.
 */
export const yearPrograms = (seed: number, office: YearOffice, year: number, firstYear: number): YearProgram[] => {
  const made = new Date(Date.UTC(firstYear, 0, 2))
  const of = (code: string) => idOf(made, seed, office.code, 'program', code)
  const total = budgetOf(office, seed) * (year === firstYear ? 1 : 1.04)
  const luck = (code: string, what: string, most: number) => draw(seed, office.code, year, code, what) % most
  const sub = ({ code, budget, target, share, ...named }: Sub): YearSubactivity => {
    const before = whole(budget * (0.94 + luck(code, 'pagu', 12) / 100))
    const after = share === undefined && luck(code, 'perubahan', 4) === 0 ? whole(before * 1.06) : null
    const spent = Math.round(before * (share ?? (86 + luck(code, 'serapan', 11)) / 100))
    const realization = luck(code, 'capaian', 5) === 0 ? Math.max(1, Math.floor(target * 0.85)) : target
    return { id: of(code), code, ...named, target, realization, before, after, spent }
  }
  const [own = '4.01'] = office.urusan
  const first = `${own}.01`
  const printed = office.code === 'setda' ? secretariat() : null
  const support = printed?.get('Program penunjang urusan')
  const programs: YearProgram[] = [
    {
      ...{ id: of(first), code: first, name: 'Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota' },
      activities: supporting.map(([activity, name, nth, subName, indicator, unit, target, part]) => ({
        ...{ id: of(`${first}.${activity}`), code: `${first}.${activity}`, name },
        subactivities: [
          sub({
            ...{ code: `${first}.${activity}.${nth}`, name: subName, indicator, unit, target },
            budget: (support?.budget ?? total * 0.52) * part,
            ...(support && { share: support.spent / support.budget }),
          }),
        ],
      })),
    },
  ]
  for (const [nth, urusan] of (office.urusan.length > 0 ? office.urusan : [own]).slice(0, 3).entries()) {
    const [program, name] = programNames[urusan] ?? ['02', 'Program Penyelenggaraan Urusan']
    const code = `${urusan}.${program}`
    const activity = `${code}.2.01`
    const money = printed?.get('Program pemerintahan dan kesra')
    const budget = money?.budget ?? (total * 0.48) / Math.min(3, Math.max(1, office.urusan.length))
    const known = nationalCodes()
      .filter(one => one.code.startsWith(`${activity}.`))
      .slice(0, 3)
    const subject = name.replace(/^Program /, '')
    const named = generic.map(([act, indicator, unit], at) => ({
      ...{ code: `${activity}.000${at + 1}`, name: `${act} ${subject}`, indicator, unit },
    }))
    const all = known.length > 0 ? known : named
    programs.push({
      ...{ id: of(code), code, name },
      activities: [
        {
          ...{ id: of(activity), code: activity, name: `Pelaksanaan ${subject}` },
          subactivities: all.map((one, at) =>
            sub({
              ...one,
              target: 4 + (draw(seed, office.code, one.code) % (one.unit === 'Orang' ? 400 : 20)) + nth,
              budget: budget * (at === 0 ? 0.5 : 0.5 / Math.max(1, all.length - 1)) * (all.length === 1 ? 2 : 1),
              ...(money && { share: money.spent / money.budget }),
            }),
          ),
        },
      ],
    })
  }
  return programs
}

export const sumOf = ({ activities }: YearProgram, of: 'before' | 'spent'): number =>
  activities.reduce((all, { subactivities }) => all + subactivities.reduce((sum, one) => sum + one[of], 0), 0)
