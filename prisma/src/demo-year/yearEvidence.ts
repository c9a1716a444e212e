import type { Answers, FormId } from '@sepakat/rules'
import { provenParts } from './answers/evaluationOf.ts'
import { draw } from './draw.ts'
import type { Ask } from './YearOffice.ts'

/** Where a report has files, and what they are. What a form asks a proof for always has one. */
export const yearEvidence = (form: FormId, ask: Ask, answers: Answers): { anchor: string; title: string }[] => {
  const { seed, office, year, quarter } = ask
  const some = (of: number) => draw(seed, office.code, form, year, quarter, 'bukti') % of === 0
  const firstOf = (table: string) => `/${table}/${Object.keys(answers[table] ?? {})[0]}`
  switch (form) {
    case 'spm/triwulan':
      return [
        ...Object.entries(answers.recipients ?? {}).flatMap(([row, { state }]) =>
          state === 'nil'
            ? [{ anchor: `/recipients/${row}/state`, title: 'Surat keterangan tidak ada yang harus dilayani' }]
            : [],
        ),
        { anchor: firstOf('recipients'), title: `Rekapitulasi penerima layanan Triwulan ${quarter} ${year}` },
      ]
    case 'sakip/perjanjian-kinerja':
      return [{ anchor: '/document/document', title: `Pindaian Perjanjian Kinerja ${year}` }]
    case 'sakip/evaluasi':
      return provenParts(ask).map(part => ({
        anchor: `/subcomponents/${part}`,
        title: `Bukti dukung evaluasi ${year}`,
      }))
    case 'lppd/tahunan':
      return [{ anchor: firstOf('indicators'), title: `Data dukung IKK ${year}` }]
    case 'lkpj/tahunan':
      return some(2) ? [{ anchor: firstOf('subactivities'), title: `Laporan realisasi anggaran ${year}` }] : []
    case 'sakip/pengukuran-triwulan':
      return some(5)
        ? [{ anchor: firstOf('indicators'), title: `Notulen rapat capaian Triwulan ${quarter} ${year}` }]
        : []
    default:
      return []
  }
}
