import { periodYear } from '../../periods/period.ts'
import type { EditionTableMaker } from '../EditionKind.ts'
import type { EditionLine } from '../FrozenEdition.ts'
import { approvedOf, figureCell, figureOf, formOf, groupLine, rowsOfReport, textCell } from './cells.ts'

const form = 'sakip/lkjip'

/** Each indicator beside last year, the end of the plan and the national standard (analyses 2 to 4). */
export const comparison: EditionTableMaker = {
  title: 'Perbandingan capaian indikator',
  make: data => {
    const year = periodYear(data.period)
    const own = formOf(data, form)
    const lines = (own ? approvedOf(own) : []).flatMap((report): EditionLine[] => {
      const booked = (name: string, row: string) =>
        figureCell(figureOf(data, own!, { code: `sakip.${name}`, row, office: report.office.id }))
      const rows = rowsOfReport(report, 'indicators')
      if (rows.length === 0) return []
      return [
        groupLine('name', report.office.name),
        ...rows.map(
          ({ row }): EditionLine => ({
            cells: {
              name: textCell(row.label),
              before: booked('realization1', row.id),
              now: booked('realization', row.id),
              change: booked('change', row.id),
              beforeShare: booked('achievement1', row.id),
              share: booked('achievement', row.id),
              midTerm: booked('midTerm', row.id),
              national: booked('national', row.id),
            },
          }),
        ),
      ]
    })
    const share = (id: string, title: string) => ({ id, title, share: 2, number: true as const, decimals: 2 })
    return {
      id: 'perbandingan',
      title: `Perbandingan capaian indikator tahun ${year} dengan tahun lalu, target akhir Renstra, dan standar nasional`,
      columns: [
        { id: 'name', title: 'Indikator', share: 6 },
        { id: 'before', title: `Realisasi ${year - 1}`, share: 2, number: true },
        { id: 'now', title: `Realisasi ${year}`, share: 2, number: true },
        { id: 'change', title: 'Perubahan', share: 2, number: true },
        share('beforeShare', `Capaian ${year - 1} (%)`),
        share('share', `Capaian ${year} (%)`),
        share('midTerm', 'Terhadap target akhir Renstra (%)'),
        share('national', 'Terhadap standar nasional (%)'),
      ],
      lines,
      notes: [],
    }
  },
}
