import type { Answers } from '@sepakat/rules'
import type { Ask } from '../YearOffice.ts'
import { planYear, type YearIndicator } from '../yearIndicators.ts'
import { sumOf, yearPrograms } from '../yearPrograms.ts'
import { registerRows } from './registerOf.ts'

const headOf = (kind: string): string =>
  ({ kecamatan: 'Camat', sekretariat: 'Sekretaris', inspektorat: 'Inspektur', 'unit-khusus': 'Direktur' })[kind] ??
  'Kepala'

/** Of what grows a share of the year by quarter; of a position the same in each; of a grade only the last. */
const quarterTarget = ({ sort, targets }: YearIndicator, year: number, quarter: number): string | null => {
  const target = targets[year]!
  if (quarter === 4) return target
  if (sort === 'graded') return null
  return sort === 'grows' ? String(Number(((Number(target) * quarter) / 4).toFixed(2))) : target
}

/** The agreement of a year with the targets of the register and the programmes of the office. */
export const agreementOf = (ask: Ask): Answers => {
  const { indicators } = registerRows(ask)
  const { office, year, firstYear, seed } = ask
  const own = planYear(ask)
  return {
    parties: {
      first: {
        name: `${headOf(office.kind)} ${office.name}`.slice(0, 200),
        job: headOf(office.kind),
        rank: 'Pembina Utama Muda',
      },
      second: { name: 'Bupati Nunukan', job: 'Bupati' },
    },
    document: { document: { place: 'Nunukan', date: `${year}-01-2${(seed + office.code.length) % 9}` } },
    indicators: Object.fromEntries(
      indicators.map(it => [
        it.id,
        {
          target: it.targets[own]!,
          ...Object.fromEntries(
            [1, 2, 3, 4].flatMap(q => {
              const target = quarterTarget(it, own, q)
              return target === null ? [] : [[`tw${q}`, target]]
            }),
          ),
        },
      ]),
    ),
    actions: Object.fromEntries(indicators.map(({ id }) => [id, { state: 'nil' }])),
    programs: Object.fromEntries(
      yearPrograms(seed, office, year, firstYear).map((program, n) => [
        program.id,
        {
          ...{ $position: `a${n}`, name: program.name, code: program.code, fund: 'APBD' },
          budget: String(sumOf(program, 'before')),
        },
      ]),
    ),
  }
}
