import type { EditionTableMaker } from '../EditionKind.ts'
import type { EditionLine } from '../FrozenEdition.ts'
import { answerCell, approvedOf, formOf, rowsOfReport, summed, textCell } from './cells.ts'
import { sumOf } from './sumOf.ts'

interface Asked {
  id: string
  title: string
  form: string
  columns: { field: string; title: string; share: number; number?: true }[]
  /** Which giver, where the form asks for one of two. */
  giver?: string
}

/** The tasks that offices carry out for others, with their money. */
const assistance = ({ id, title, form, columns, giver }: Asked): EditionTableMaker => ({
  title,
  make: data => {
    const own = formOf(data, form)
    const lines = (own ? approvedOf(own) : []).flatMap(report =>
      rowsOfReport(report, 'assistance')
        .filter(({ row }) => row.values.task !== undefined && (giver === undefined || row.values.giver === giver))
        .map(
          ({ row }): EditionLine => ({
            cells: {
              office: textCell(report.office.shortName),
              ...Object.fromEntries(columns.map(({ field }) => [field, answerCell(own!, report, row, field)])),
            },
          }),
        ),
    )
    const at = [...lines.keys()]
    const total = (column: string) => summed({ value: sumOf(lines, column, at) }, column, lines, at)
    return {
      id,
      title,
      columns: [
        { id: 'office', title: 'Perangkat daerah', share: 3 },
        ...columns.map(({ field, ...column }) => ({ id: field, ...column })),
      ],
      lines:
        lines.length === 0
          ? []
          : [
              ...lines,
              { as: 'sum', cells: { office: textCell('Jumlah'), budget: total('budget'), spent: total('spent') } },
            ],
      notes: lines.length === 0 ? ['Tidak ada tugas pembantuan yang dilaporkan.'] : [],
    }
  },
})

const money = [
  { field: 'budget', title: 'Anggaran (Rp)', share: 3, number: true as const },
  { field: 'spent', title: 'Realisasi (Rp)', share: 3, number: true as const },
]
const task = { field: 'task', title: 'Tugas, program, atau kegiatan', share: 5 }
const basis = { field: 'basis', title: 'Dasar hukum', share: 4 }
const ofLppd = [
  task,
  { field: 'agency', title: 'Pemberi tugas', share: 3 },
  basis,
  ...money,
  { field: 'problems', title: 'Permasalahan dan kendala', share: 5 },
]

export const centralAssistance = assistance({
  id: 'bantuan-pusat',
  title: 'Tugas pembantuan dari Pemerintah Pusat',
  form: 'lppd/tahunan',
  giver: 'pusat',
  columns: ofLppd,
})
export const provincialAssistance = assistance({
  id: 'bantuan-provinsi',
  title: 'Tugas pembantuan dari Pemerintah Provinsi',
  form: 'lppd/tahunan',
  giver: 'provinsi',
  columns: ofLppd,
})
export const allAssistance = assistance({
  id: 'tugas-pembantuan',
  title: 'Tugas pembantuan dan penugasan',
  form: 'lkpj/tahunan',
  columns: [
    task,
    { field: 'giver', title: 'Pemberi tugas', share: 3 },
    basis,
    { field: 'dipa', title: 'Nomor DIPA', share: 2 },
    ...money,
    { field: 'problem', title: 'Permasalahan', share: 4 },
    { field: 'remedy', title: 'Upaya', share: 4 },
  ],
})
