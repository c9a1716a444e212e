import type { Answers } from '@sepakat/rules'
import { idOf } from '../idOf.ts'
import type { Ask, YearOffice } from '../YearOffice.ts'
import { type YearIndicator, yearIndicators } from '../yearIndicators.ts'

type Of = Pick<Ask, 'seed' | 'office' | 'firstYear'>

const goals: Record<string, [goal: string, objective: string]> = {
  kecamatan: [
    'Meningkatnya kualitas pelayanan publik di kecamatan',
    'Meningkatnya kepuasan masyarakat atas pelayanan kecamatan',
  ],
  dinas: ['Meningkatnya hasil penyelenggaraan urusan pemerintahan', 'Meningkatnya mutu dan jangkauan pelayanan'],
  badan: ['Meningkatnya tata kelola pemerintahan daerah', 'Meningkatnya mutu layanan penunjang urusan'],
}
const wordsOf = ({ kind }: YearOffice) => goals[kind] ?? goals.badan!

/** The ids of the register's rows, the same in agreement, quarters and reports of both years. */
export const registerRows = ({ seed, office, firstYear }: Of) => {
  const at = new Date(Date.UTC(firstYear, 0, 2))
  const of = (...what: (string | number)[]) => idOf(at, seed, office.code, 'register', ...what)
  const indicators = yearIndicators(seed, office)
  return {
    goal: of('goal'),
    objective: of('objective'),
    indicators: indicators.map((it, n): YearIndicator & { id: string } => ({ ...it, id: of('indicator', n) })),
  }
}

const sixYears = (name: string, values: string[]) => Object.fromEntries(values.map((v, n) => [`${name}${n + 1}`, v]))

/** The register of an office: a goal, an objective, its indicators with the targets of the plan. */
export const registerOf = (ask: Of): Answers => {
  const { goal, objective, indicators } = registerRows(ask)
  const [goalName, objectiveName] = wordsOf(ask.office)
  return {
    goals: { [goal]: { $position: 'a0', name: goalName } },
    objectives: { [objective]: { $parent: goal, $position: 'a0', name: objectiveName } },
    indicators: Object.fromEntries(
      indicators.map(({ id, name, unit, direction, sort, base, targets }, n) => [
        id,
        {
          ...{ $parent: objective, $position: `a${n}`, name, unit, direction, base, iku: true, agreed: true },
          definition: `${name} sebagaimana ditetapkan dalam Renstra ${ask.office.name}.`,
          formula:
            sort === 'graded' ? 'Predikat hasil evaluasi Inspektorat.' : 'Sesuai pedoman teknis indikator kinerja.',
          ...(sort === 'graded' && { scale: 'predikat-sakip' }),
          ...sixYears('renstra', targets),
          ...sixYears('iku', targets),
          source: `Laporan bidang ${ask.office.name}`.slice(0, 400),
          owner: 'Kepala bidang',
        },
      ]),
    ),
  }
}
