import { periodYear } from '../../periods/period.ts'
import type { EditionData } from '../EditionData.ts'
import type { EditionTableMaker } from '../EditionKind.ts'
import type { EditionLine, EditionTable } from '../FrozenEdition.ts'
import {
  approvedOf,
  bandCell,
  figureCell,
  figureOf,
  formOf,
  groupLine,
  rowsOfReport,
  summed,
  textCell,
} from './cells.ts'
import { sumOf } from './sumOf.ts'

/** Where the results of the agreements are read from: which form, by which codes, in which table. */
interface From {
  form: string
  prefix: 'lppd' | 'sakip'
  indicators: string
}
export const fromLppd: From = { form: 'lppd/tahunan', prefix: 'lppd', indicators: 'agreed' }
export const fromLkjip: From = { form: 'sakip/lkjip', prefix: 'sakip', indicators: 'indicators' }

const columns: EditionTable['columns'] = [
  { id: 'objective', title: 'Sasaran', share: 5 },
  { id: 'name', title: 'Indikator kinerja', share: 6 },
  { id: 'unit', title: 'Satuan', share: 2 },
  { id: 'target', title: 'Target', share: 2, number: true },
  { id: 'realization', title: 'Realisasi', share: 2, number: true },
  { id: 'achievement', title: 'Capaian (%)', share: 2, number: true, decimals: 2 },
  { id: 'band', title: 'Kategori', share: 2 },
]

function results(data: EditionData, { form, prefix, indicators }: From): EditionLine[] {
  const own = formOf(data, form)
  return (own ? approvedOf(own) : []).flatMap((report): EditionLine[] => {
    const booked = (name: string, row: string) =>
      figureOf(data, own!, { code: `${prefix}.${name}`, row, office: report.office.id })
    const objectives = rowsOfReport(report, 'objectives')
    if (objectives.length === 0) return []
    const all = rowsOfReport(report, indicators)
    const lines = objectives.flatMap(({ row: objective }): EditionLine[] => {
      const below = all.filter(({ above }) => above.some(({ id }) => id === objective.id))
      const whole = booked('objective', objective.id)
      return [
        ...below.map(({ row }, n): EditionLine => {
          const target = booked('target', row.id)
          return {
            level: 1,
            cells: {
              objective: textCell(n === 0 ? objective.label : ''),
              name: textCell(row.label),
              unit: textCell(target?.figure.unit ?? row.unit ?? ''),
              target: figureCell(target),
              realization: figureCell(booked('realization', row.id)),
              achievement: figureCell(booked('achievement', row.id)),
              band: bandCell(booked('achievement', row.id)),
            },
          }
        }),
        {
          as: 'sum',
          level: 1,
          cells: {
            objective: textCell(''),
            name: textCell(`Capaian sasaran: ${objective.label}`),
            achievement: figureCell(whole),
            band: bandCell(whole),
          },
        },
      ]
    })
    const office = booked('office', '')
    return [
      groupLine('objective', report.office.name),
      ...lines,
      {
        as: 'sum',
        cells: {
          objective: textCell('Capaian perangkat daerah'),
          achievement: figureCell(office),
          band: bandCell(office),
        },
      },
    ]
  })
}

/** Objective, indicator, target, realization, achievement, by office. */
export const agreementResults = (from: From): EditionTableMaker => ({
  title: 'Capaian perjanjian kinerja perangkat daerah',
  make: data => ({
    id: 'akuntabilitas',
    title: `Capaian perjanjian kinerja perangkat daerah tahun ${periodYear(data.period)}`,
    columns,
    lines: results(data, from),
    notes: ['Capaian sasaran dan capaian perangkat daerah dihitung menurut aturan penghitungan SAKIP daerah.'],
  }),
})

const moneyOf = {
  lppd: { money: ['budget'], shares: ['absorption', 'efficiency'] },
  sakip: { money: ['budget', 'spent', 'remaining'], shares: ['absorption', 'efficiency'] },
} as const
const titles: Record<string, string> = {
  budget: 'Pagu (Rp)',
  spent: 'Realisasi (Rp)',
  remaining: 'Sisa (Rp)',
  absorption: 'Serapan (%)',
  efficiency: 'Efisiensi (%)',
}

/** What each office spent on its agreement, and how efficiently. */
export const agreementMoney = (from: From): EditionTableMaker => ({
  title: 'Anggaran dan efisiensi perjanjian kinerja',
  make: data => {
    const own = formOf(data, from.form)
    const { money, shares } = moneyOf[from.prefix]
    const names = [...money, ...shares, 'office']
    const lines = (own ? approvedOf(own) : []).map(({ office }): EditionLine => {
      const cells = names.map(name => [
        name,
        figureCell(figureOf(data, own!, { code: `${from.prefix}.${name}`, row: '', office: office.id })),
      ])
      return { cells: { name: textCell(office.name), ...Object.fromEntries(cells) } }
    })
    return {
      id: 'anggaran-kinerja',
      title: `Anggaran dan efisiensi perjanjian kinerja tahun ${periodYear(data.period)}`,
      columns: [
        { id: 'name', title: 'Perangkat daerah', share: 6 },
        ...money.map(id => ({ id, title: titles[id] ?? id, share: 3, number: true as const })),
        ...shares.map(id => ({ id, title: titles[id] ?? id, share: 2, number: true as const, decimals: 2 })),
        { id: 'office', title: 'Capaian kinerja (%)', share: 2, number: true, decimals: 2 },
      ],
      lines: [...lines, ...totalLine(lines, money)],
      notes: ['Efisiensi menurut aturan penghitungan SAKIP daerah.'],
    }
  },
})

/** The amounts of all offices together. */
function totalLine(lines: EditionLine[], money: readonly string[]): EditionLine[] {
  if (lines.length === 0) return []
  const at = lines.map((_, n) => n)
  const cells = money.map(id => [id, summed({ value: sumOf(lines, id, at) }, id, lines, at)])
  return [{ as: 'sum', cells: { name: textCell('Jumlah'), ...Object.fromEntries(cells) } }]
}
