import type { Answers } from '@sepakat/rules'
import { idOf } from '../idOf.ts'
import type { Ask } from '../YearOffice.ts'
import { yearPrograms } from '../yearPrograms.ts'
import { addressedTo } from './councilOf.ts'

/** The LKPJ of an office: its programmes down to sub-activities with money and output, and its answers to the council. */
export const accountabilityOf = (ask: Ask): Answers => {
  const { seed, office, year, firstYear } = ask
  const at = new Date(Date.UTC(firstYear, 0, 2))
  const programs = yearPrograms(seed, office, year, firstYear)
  const activities = programs.flatMap(program =>
    program.activities.map((one, n) => ({ ...one, parent: program.id, n })),
  )
  const subactivities = activities.flatMap(activity =>
    activity.subactivities.map((one, n) => ({ ...one, parent: activity.id, n })),
  )
  const asked = addressedTo(ask, office.code)
  return {
    programs: Object.fromEntries(programs.map(({ id, code, name }, n) => [id, { $position: `a${n}`, code, name }])),
    activities: Object.fromEntries(
      activities.map(({ id, parent, n, code, name }) => [id, { $parent: parent, $position: `a${n}`, code, name }]),
    ),
    subactivities: Object.fromEntries(
      subactivities.map(({ id, parent, n, code, name, before, after, spent, realization, target }) => [
        id,
        {
          ...{
            $parent: parent,
            $position: `a${n}`,
            code,
            name,
            fund: 'DAU',
            before: String(before),
            spent: String(spent),
          },
          ...(after !== null && { after: String(after) }),
          ...(realization < target && {
            problem: 'Sebagian paket baru dapat dilaksanakan sesudah perubahan APBD.',
            remedy: 'Pengadaan tahun berikutnya dimulai pada triwulan pertama.',
          }),
        },
      ]),
    ),
    indicators: Object.fromEntries(
      subactivities.map(({ id, code, indicator, unit, target, realization }) => [
        idOf(at, seed, office.code, 'output', code),
        {
          ...{ $parent: id, $position: 'a0', name: indicator, unit },
          ...{ target: String(target), realization: String(realization) },
        },
      ]),
    ),
    recommendations: Object.fromEntries(
      asked.recommendations.map(id => [
        id,
        { followUp: 'Dimasukkan ke dalam rencana kerja perubahan dan sedang dilaksanakan.', progress: 'ongoing' },
      ]),
    ),
    policies: Object.fromEntries(
      asked.policies.map(id => [
        id,
        {
          implementation: 'Dilaksanakan melalui layanan terpadu di puskesmas dan posyandu.',
          through: programs.at(-1)!.code,
        },
      ]),
    ),
    assistance: { all: { state: 'nil' } },
  }
}
