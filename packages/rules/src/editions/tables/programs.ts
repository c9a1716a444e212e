import { periodYear } from '../../periods/period.ts'
import type { EditionData } from '../EditionData.ts'
import type { EditionTableMaker } from '../EditionKind.ts'
import type { EditionCell, EditionLine, EditionTable } from '../FrozenEdition.ts'
import {
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

const form = 'lkpj/tahunan'
const money = ['before', 'budget', 'spent'] as const

const moneyColumns: EditionTable['columns'] = [
  { id: 'before', title: 'Anggaran sebelum perubahan (Rp)', share: 3, number: true },
  { id: 'budget', title: 'Anggaran terakhir (Rp)', share: 3, number: true },
  { id: 'spent', title: 'Realisasi (Rp)', share: 3, number: true },
  { id: 'absorption', title: 'Serapan (%)', share: 2, number: true, decimals: 2 },
  { id: 'physical', title: 'Capaian fisik (%)', share: 2, number: true, decimals: 2 },
]
const notes = [
  'Anggaran dan realisasi dijumlahkan dari sub kegiatan; serapan = realisasi ÷ anggaran terakhir × 100. Persentase tidak dijumlahkan.',
]

/** Amounts and shares of a row, of an office or of the region. */
function amountsOf(data: EditionData, row: string, office?: string): Record<string, EditionCell> {
  const own = formOf(data, form)!
  const booked = (name: string) =>
    figureCell(figureOf(data, own, { code: `lkpj.${name}`, row, ...(office !== undefined && { office }) }))
  const cells = { before: booked('before'), budget: booked('budget'), spent: booked('spent') }
  return {
    ...cells,
    absorption: shareOf(booked('absorption'), cells, ['spent', 'budget']),
    physical: booked('physical'),
  }
}

const withSums = (cells: Record<string, EditionCell>, lines: readonly EditionLine[], of: readonly number[]) => ({
  ...cells,
  ...Object.fromEntries(money.map(name => [name, summed(cells[name] ?? { value: null }, name, lines, of)])),
})

/** By field of government: money and achievement of all offices together. */
export const programsByUrusan: EditionTableMaker = {
  title: 'Anggaran dan realisasi menurut urusan',
  make: data => {
    const own = formOf(data, form)
    const rows = own?.recap?.figures.filter(({ code, row }) => code === 'lkpj.budget' && row !== '') ?? []
    const groups = new Map(own?.catalogue.groups.map(({ id, label }) => [id, label]))
    const lines = rows.map(
      ({ row }): EditionLine => ({
        cells: {
          code: textCell(row.toUpperCase()),
          name: textCell(own?.names.rows.get(row) ?? groups.get(row) ?? ''),
          ...amountsOf(data, row),
        },
      }),
    )
    return {
      id: 'program-urusan',
      title: `Anggaran dan realisasi menurut urusan tahun ${periodYear(data.period)}`,
      columns: [
        { id: 'code', title: 'Kode', share: 1 },
        { id: 'name', title: 'Urusan pemerintahan', share: 5 },
        ...moneyColumns,
      ],
      lines: own?.recap
        ? [
            ...lines,
            {
              as: 'sum',
              cells: {
                code: textCell(''),
                name: textCell('Jumlah'),
                ...withSums(amountsOf(data, ''), lines, [...lines.keys()]),
              },
            },
          ]
        : [],
      notes,
    }
  },
}

/** By office: its programmes and activities with their money and achievement. */
export const programs: EditionTableMaker = {
  title: 'Program dan kegiatan menurut perangkat daerah',
  make: data => {
    const own = formOf(data, form)
    const lines: EditionLine[] = []
    for (const report of own ? approvedOf(own) : []) {
      const programs = rowsOfReport(report, 'programs')
      if (programs.length === 0) continue
      const activities = rowsOfReport(report, 'activities')
      const at: number[] = []
      lines.push(groupLine('name', report.office.name))
      for (const { row } of programs) {
        at.push(lines.length)
        lines.push({
          level: 1,
          cells: {
            code: answerCell(own!, report, row, 'code'),
            name: answerCell(own!, report, row, 'name'),
            ...amountsOf(data, row.id, report.office.id),
          },
        })
        for (const { row: activity } of activities.filter(({ above }) => above[0]?.id === row.id))
          lines.push({
            level: 2,
            cells: {
              code: answerCell(own!, report, activity, 'code'),
              name: answerCell(own!, report, activity, 'name'),
              ...amountsOf(data, activity.id, report.office.id),
            },
          })
      }
      const cells = withSums(amountsOf(data, '', report.office.id), lines, at)
      lines.push({
        as: 'sum',
        cells: { code: textCell(''), name: textCell(`Jumlah ${report.office.shortName}`), ...cells },
      })
    }
    return {
      id: 'program',
      title: `Program dan kegiatan menurut perangkat daerah tahun ${periodYear(data.period)}`,
      columns: [
        { id: 'code', title: 'Kode', share: 2 },
        { id: 'name', title: 'Perangkat daerah, program, dan kegiatan', share: 6 },
        ...moneyColumns,
      ],
      lines,
      notes,
    }
  },
}

/** What each programme and activity was to reach, and did. */
export const programIndicators: EditionTableMaker = {
  title: 'Indikator program dan kegiatan',
  make: data => {
    const own = formOf(data, form)
    const lines = (own ? approvedOf(own) : []).flatMap((report): EditionLine[] => {
      const rows = rowsOfReport(report, 'indicators').filter(({ above }) => above[0]?.table !== 'subactivities')
      if (rows.length === 0) return []
      return [
        groupLine('of', report.office.name),
        ...rows.map(
          ({ row, above }): EditionLine => ({
            cells: {
              of: textCell(above[0] ? above[0].label : ''),
              name: answerCell(own!, report, row, 'name'),
              unit: answerCell(own!, report, row, 'unit'),
              target: answerCell(own!, report, row, 'target'),
              realization: answerCell(own!, report, row, 'realization'),
              achievement: figureCell(
                figureOf(data, own!, { code: 'lkpj.achievement', row: row.id, office: report.office.id }),
              ),
            },
          }),
        ),
      ]
    })
    return {
      id: 'indikator-program',
      title: `Indikator program dan kegiatan tahun ${periodYear(data.period)}`,
      columns: [
        { id: 'of', title: 'Program atau kegiatan', share: 5 },
        { id: 'name', title: 'Indikator', share: 5 },
        { id: 'unit', title: 'Satuan', share: 2 },
        { id: 'target', title: 'Target', share: 2, number: true },
        { id: 'realization', title: 'Realisasi', share: 2, number: true },
        { id: 'achievement', title: 'Capaian (%)', share: 2, number: true, decimals: 2 },
      ],
      lines,
      notes: ['Capaian = realisasi ÷ target × 100.'],
    }
  },
}

/** What was in the way and what was done about it. */
export const programProblems: EditionTableMaker = {
  title: 'Permasalahan dan upaya penyelesaian',
  make: data => {
    const own = formOf(data, form)
    const lines = (own ? approvedOf(own) : []).flatMap((report): EditionLine[] => {
      const rows = ['programs', 'subactivities']
        .flatMap(table => rowsOfReport(report, table))
        .filter(({ row }) => row.values.problem !== undefined || row.values.remedy !== undefined)
      if (rows.length === 0) return []
      return [
        groupLine('of', report.office.name),
        ...rows.map(
          ({ row }): EditionLine => ({
            cells: {
              of: textCell(row.label),
              problem: answerCell(own!, report, row, 'problem'),
              remedy: answerCell(own!, report, row, 'remedy'),
            },
          }),
        ),
      ]
    })
    return {
      id: 'masalah-program',
      title: 'Permasalahan dan upaya penyelesaian',
      columns: [
        { id: 'of', title: 'Program atau sub kegiatan', share: 5 },
        { id: 'problem', title: 'Permasalahan', share: 7 },
        { id: 'remedy', title: 'Upaya penyelesaian', share: 7 },
      ],
      lines,
      notes: [],
    }
  },
}
