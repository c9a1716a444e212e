import { periodYear } from '../../periods/period.ts'
import type { EditionTableMaker } from '../EditionKind.ts'
import { answerCell, approvedOf, figureCell, figureOf, formOf, rowsOfReport, textCell } from './cells.ts'

const form = 'lppd/makro'

/** Chapter 2.1: the six macro indicators, last year, this year, rate of change. */
export const macro: EditionTableMaker = {
  title: 'Capaian kinerja makro',
  make: data => {
    const year = periodYear(data.period)
    const own = formOf(data, form)
    const [report] = approvedOf(own)
    const answered = new Map(report ? rowsOfReport(report, 'macro').map(({ row }) => [row.id, row]) : [])
    const rows = own?.recap?.figures.filter(({ code }) => code === 'lppd.macro') ?? []
    const byId = new Map(own?.catalogue.rows.map(row => [row.id, row]))
    return {
      id: 'makro',
      title: `Capaian kinerja makro tahun ${year - 1} dan ${year}`,
      columns: [
        { id: 'no', title: 'No.', share: 1 },
        { id: 'name', title: 'Indikator', share: 6 },
        { id: 'unit', title: 'Satuan', share: 2 },
        { id: 'before', title: `Capaian ${year - 1}`, share: 2, number: true },
        { id: 'now', title: `Capaian ${year}`, share: 2, number: true },
        { id: 'change', title: 'Laju (%)', share: 2, number: true, decimals: 2 },
        { id: 'publication', title: 'Sumber', share: 5 },
      ],
      lines: rows.flatMap(({ row }, n) => {
        if (!own) return []
        const change = figureOf(data, own, { code: 'lppd.change', row })
        const previous = change?.figure.derivation.inputs.find(({ name }) => name === 'previous')
        const frozen = answered.get(row)
        const before =
          frozen && report && frozen.values.previous !== undefined
            ? answerCell(own, report, frozen, 'previous')
            : { value: previous?.value ?? null, ...(previous?.value == null && { text: '–' }) }
        return {
          cells: {
            no: textCell(String(n + 1)),
            name: textCell(byId.get(row)?.label ?? row),
            unit: textCell(byId.get(row)?.unit ?? ''),
            before,
            now: figureCell(figureOf(data, own, { code: 'lppd.macro', row })),
            change: figureCell(change),
            publication: frozen && report ? answerCell(own, report, frozen, 'publication') : textCell('–'),
          },
        }
      }),
      notes: ['Laju = (capaian tahun ini − capaian tahun lalu) ÷ capaian tahun lalu × 100.'],
    }
  },
}
