import { type Answers, rowsOf } from '@sepakat/rules'
import { draw } from '../draw.ts'
import { idOf } from '../idOf.ts'
import type { Ask } from '../YearOffice.ts'

const criteriaOf = ({ catalogue, year }: Ask) => rowsOf(catalogue, year).filter(({ table }) => table === 'criteria')

/** Eight of ten criteria are met as the office sees it; what there is no file for says where it is. */
const claims = ({ seed, office, year }: Ask, row: string): boolean => draw(seed, office.code, year, row) % 10 < 8

/** Sub-components whose evidence is attached as a file; the others name where it is. */
export const provenParts = (ask: Ask): string[] =>
  [...new Set(criteriaOf(ask).map(({ parent }) => parent!))].filter(
    part => draw(ask.seed, ask.office.code, ask.year, part, 'file') % 3 === 0,
  )

/** What an office says of itself in the work sheet of the evaluation. */
export const selfEvaluationOf = (ask: Ask): Answers => {
  const proven = new Set(provenParts(ask))
  return {
    criteria: Object.fromEntries(
      criteriaOf(ask).map(row => {
        const met = claims(ask, row.id)
        const where = 'Dokumennya tersimpan di subbagian perencanaan dan dapat dilihat pada waktu kunjungan.'
        return [row.id, { met, ...(met && !proven.has(row.parent!) && { 'why-met-without-evidence': where }) }]
      }),
    ),
  }
}

/** The best grade that a share of met criteria proposes, as the rule set has it. */
const grades = [
  [1, 'BB'],
  [0.75, 'B'],
  [0.5, 'CC'],
  [0.25, 'C'],
  [0, 'D'],
] as const
const gradeOf = (met: number, all: number): string => {
  const share = met / all
  return share === 1 ? 'BB' : (grades.slice(1).find(([above]) => share > above)?.[1] ?? 'E')
}

/** What the evaluator finds: a little less than the office claims, the grade that follows, two recommendations. */
export const evaluatorsAnswersOf = (ask: Ask, at: Date): Answers => {
  const { seed, office, year } = ask
  const criteria = criteriaOf(ask).map(row => ({
    ...row,
    met: claims(ask, row.id) && draw(seed, office.code, year, row.id, 'penilai') % 12 !== 0,
  }))
  const parts = [...new Set(criteria.map(({ parent }) => parent!))]
  const recommendations = [
    'Lengkapi rencana aksi dengan target setiap triwulan.',
    'Pakai hasil pengukuran kinerja sebagai bahan rapat pimpinan setiap triwulan.',
  ]
  return {
    criteria: Object.fromEntries(criteria.map(({ id, met }) => [id, { verified: met }])),
    subcomponents: Object.fromEntries(
      parts.map(part => {
        const own = criteria.filter(({ parent }) => parent === part)
        return [part, { grade: gradeOf(own.filter(({ met }) => met).length, own.length) }]
      }),
    ),
    recommendations: Object.fromEntries(
      recommendations.map((text, n) => [
        idOf(at, seed, office.code, year, 'recommendation', n),
        { $position: `a${n}`, text, due: `${year + 1}-12-15` },
      ]),
    ),
  }
}
