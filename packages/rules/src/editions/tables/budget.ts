import { periodYear } from '../../periods/period.ts'
import { chartOf, isSum } from '../charts.ts'
import type { EditionData, EditionForm } from '../EditionData.ts'
import type { EditionTableMaker } from '../EditionKind.ts'
import type { EditionCell, EditionLine } from '../FrozenEdition.ts'
import {
  type ApprovedReport,
  answerCell,
  approvedOf,
  figureCell,
  figureOf,
  formOf,
  groupLine,
  rowsOfReport,
  shareOf,
  summed,
  textCell,
} from './cells.ts'

const form = 'lkpj/apbd'
const amounts = ['before', 'budget', 'realized'] as const

/** The parts of a group with their lines, as the form has them; then the totals that follow from them. */
const totalsAfter: Record<string, string[]> = {
  pendapatan: ['jumlah-pendapatan'],
  belanja: ['jumlah-belanja', 'surplus'],
  pembiayaan: ['pembiayaan-neto', 'silpa'],
}

function ofTotal(data: EditionData, own: EditionForm, row: string): Record<string, EditionCell> {
  const cells: Record<string, EditionCell> = Object.fromEntries(
    amounts.map(name => [name, figureCell(figureOf(data, own, { code: `lkpj.${name}`, row }))]),
  )
  const share = figureOf(data, own, { code: 'lkpj.realization', row })
  return share ? { ...cells, share: shareOf(figureCell(share), cells, ['realized', 'budget']) } : cells
}

function ofLine(
  data: EditionData,
  own: EditionForm,
  report: ApprovedReport,
  row: Parameters<typeof answerCell>[2],
): Record<string, EditionCell> {
  const cells = {
    before: answerCell(own, report, row, 'before'),
    budget: answerCell(own, report, row, row.values.after === undefined ? 'before' : 'after'),
    realized: answerCell(own, report, row, 'realized'),
  }
  const share = figureCell(figureOf(data, own, { code: 'lkpj.realization', row: row.id }))
  return { ...cells, share: shareOf(share, cells, ['realized', 'budget']) }
}

function budgetLines(data: EditionData, whole: boolean): EditionLine[] {
  const own = formOf(data, form)
  const [report] = approvedOf(own)
  if (!own || !report) return []
  const labelOf = new Map(own.catalogue.rows.map(({ id, label }) => [id, label]))
  const parts = rowsOfReport(report, 'parts')
  const below = rowsOfReport(report, 'lines')
  const groupOf = new Map(own.catalogue.rows.map(({ id, group }) => [id, group]))
  const lines: EditionLine[] = []
  const sum = (label: string, row: string, of: number[], level = 0) => {
    const cells = ofTotal(data, own, row)
    for (const name of amounts) cells[name] = summed(cells[name] ?? { value: null }, name, lines, of)
    lines.push({ as: 'sum', ...(level > 0 && { level }), cells: { name: textCell(label), ...cells } })
  }
  for (const group of own.catalogue.groups) {
    lines.push(groupLine('name', group.label))
    const ofGroup: number[] = []
    for (const { row: part } of parts.filter(({ row }) => groupOf.get(row.id) === group.id)) {
      const first = lines.length
      if (whole)
        for (const { row } of below.filter(({ above }) => above[0]?.id === part.id))
          lines.push({ level: 2, cells: { name: textCell(row.label), ...ofLine(data, own, report, row) } })
      ofGroup.push(lines.length)
      sum(
        part.label,
        part.id,
        Array.from({ length: lines.length - first }, (_, n) => first + n),
        1,
      )
    }
    for (const total of totalsAfter[group.id] ?? []) sum(labelOf.get(total) ?? total, total, ofGroup)
  }
  return lines
}

const budgetTable = (id: string, title: string, whole: boolean): EditionTableMaker => ({
  title,
  make: data => ({
    id,
    title: `${title} tahun anggaran ${periodYear(data.period)}`,
    columns: [
      { id: 'name', title: 'Uraian', share: 6 },
      { id: 'before', title: 'Anggaran sebelum perubahan (Rp)', share: 4, number: true },
      { id: 'budget', title: 'Anggaran terakhir (Rp)', share: 4, number: true },
      { id: 'realized', title: 'Realisasi (Rp)', share: 4, number: true },
      { id: 'share', title: 'Persentase', share: 2, number: true, decimals: 2 },
    ],
    lines: budgetLines(data, whole),
    notes: [
      'Persentase = realisasi ÷ anggaran terakhir × 100. Anggaran terakhir adalah setelah perubahan APBD, bila ada.',
    ],
  }),
})

export const budget = budgetTable('apbd', 'Pelaksanaan APBD', true)
export const budgetSummary = budgetTable('apbd-ringkas', 'Ringkasan realisasi APBD', false)

/** Budget and what was realized of it: income, spending, financing. */
export const budgetChart = chartOf({
  id: 'grafik-apbd',
  title: 'Anggaran dan realisasi APBD',
  unit: 'Rp',
  from: budgetSummary,
  lines: line => isSum(line) && line.level === 1,
  category: 'name',
  series: [
    { name: 'Anggaran', column: 'budget' },
    { name: 'Realisasi', column: 'realized' },
  ],
})
