import type { Answers } from '@sepakat/rules'
import { idOf } from '../idOf.ts'
import type { Ask } from '../YearOffice.ts'

const recommendations = [
  { text: 'Percepat penyaluran air bersih ke kecamatan di wilayah perbatasan.', to: ['dpuprpkp', 'bppd'] },
  { text: 'Tingkatkan jangkauan pelayanan kesehatan ke Krayan dan Lumbis.', to: ['dinkes', 'dishub'] },
  {
    text: 'Lengkapi data pemerlu pelayanan kesejahteraan sosial menurut nama dan alamat.',
    to: ['dsp3a', 'disdukcapil'],
  },
]
const policy = { text: 'Percepatan penurunan stunting', to: ['dinkes', 'dsp3a', 'disdik'] }

type Of = Pick<Ask, 'seed' | 'year' | 'offices'>
const idIn = ({ seed, year }: Of, ...what: (string | number)[]) =>
  idOf(new Date(Date.UTC(year, 3, 20)), seed, 'council', year, ...what)

/** What the council recommended in a year on the LKPJ of the year before, and to whom. */
export const councilOf = (ask: Of): Answers => {
  const addressees = (parent: string, codes: string[]) =>
    codes.map(
      (code, n) =>
        [idIn(ask, parent, code), { $parent: parent, $position: `a${n}`, office: ask.offices.get(code)!.id }] as const,
    )
  const asked = recommendations.map(({ text, to }, n) => ({ id: idIn(ask, 'recommendation', n), text, to, n }))
  const strategic = idIn(ask, 'policy')
  return {
    recommendations: Object.fromEntries(
      asked.map(({ id, text, n }) => [
        id,
        {
          $position: `a${n}`,
          year: String(ask.year - 1),
          number: `Keputusan DPRD 188.4/${n + 4}/${ask.year}, butir ${n + 1}`,
          text,
        },
      ]),
    ),
    policies: {
      [strategic]: {
        ...{ $position: 'a0', year: String(ask.year), number: `Peraturan Bupati ${12 + (ask.year % 7)}/${ask.year}` },
        ...{ text: policy.text, purpose: 'Menurunkan prevalensi stunting melalui layanan terpadu.' },
      },
    },
    addressees: Object.fromEntries([
      ...asked.flatMap(({ id, to }) => addressees(id, to)),
      ...addressees(strategic, policy.to),
    ]),
  }
}

/** The recommendations and policies that an office answers in its LKPJ. */
export const addressedTo = (ask: Of, code: string): { recommendations: string[]; policies: string[] } => ({
  recommendations: recommendations.flatMap(({ to }, n) => (to.includes(code) ? [idIn(ask, 'recommendation', n)] : [])),
  policies: policy.to.includes(code) ? [idIn(ask, 'policy')] : [],
})
