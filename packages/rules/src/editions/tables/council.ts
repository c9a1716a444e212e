import type { EditionTableMaker } from '../EditionKind.ts'
import type { EditionLine } from '../FrozenEdition.ts'
import { answerCell, approvedOf, formOf, rowsOfReport, textCell } from './cells.ts'

const from = 'lkpj/rekomendasi'
const answeredIn = 'lkpj/tahunan'

interface Asked {
  id: string
  title: string
  /** The same table in the council's form and in the offices' answers. */
  table: 'recommendations' | 'policies'
  columns: { field: string; title: string; share: number }[]
  /** What an office answers, by field. */
  answers: { field: string; title: string; share: number }[]
}

/** Each thing that was asked, once, with a line for each office that answered. */
const answered = ({ id, title, table, columns, answers }: Asked): EditionTableMaker => ({
  title,
  make: data => {
    const [council, offices] = [formOf(data, from), formOf(data, answeredIn)]
    const [report] = approvedOf(council)
    const lines = (council && report ? rowsOfReport(report, table) : []).flatMap(({ row }): EditionLine[] => {
      const own = Object.fromEntries(columns.map(({ field }) => [field, answerCell(council!, report!, row, field)]))
      const replies = (offices ? approvedOf(offices) : []).flatMap(reply =>
        rowsOfReport(reply, table)
          .filter(one => one.row.id === row.id)
          .map(one => ({
            office: textCell(reply.office.shortName),
            ...Object.fromEntries(answers.map(({ field }) => [field, answerCell(offices!, reply, one.row, field)])),
          })),
      )
      const addressed = rowsOfReport(report!, 'addressees').filter(one => one.above[0]?.id === row.id)
      const silent = addressed
        .map(({ row: to }) => to.label)
        .filter(name => !replies.some(({ office }) => office.text === name))
      if (replies.length === 0)
        return [{ cells: { ...own, office: textCell(silent.join(', ') || '–'), ...nothing(answers) } }]
      return replies.map((reply, n) => ({ cells: { ...(n === 0 ? own : {}), ...reply } }))
    })
    return {
      id,
      title,
      columns: [
        ...columns.map(({ field, ...column }) => ({ id: field, ...column })),
        { id: 'office', title: 'Perangkat daerah', share: 3 },
        ...answers.map(({ field, ...column }) => ({ id: field, ...column })),
      ],
      lines,
      notes: [],
    }
  },
})

const nothing = (answers: Asked['answers']) =>
  Object.fromEntries(
    answers.map(({ field }, n) => [field, textCell(n === 0 ? 'belum ada jawaban yang disetujui' : '')]),
  )

export const recommendations = answered({
  id: 'rekomendasi',
  title: 'Tindak lanjut rekomendasi DPRD tahun sebelumnya',
  table: 'recommendations',
  columns: [
    { field: 'year', title: 'LKPJ tahun', share: 1 },
    { field: 'number', title: 'Nomor', share: 2 },
    { field: 'text', title: 'Rekomendasi', share: 6 },
  ],
  answers: [
    { field: 'followUp', title: 'Tindak lanjut', share: 6 },
    { field: 'progress', title: 'Keadaan', share: 2 },
  ],
})
export const policies = answered({
  id: 'kebijakan',
  title: 'Kebijakan strategis dan pelaksanaannya',
  table: 'policies',
  columns: [
    { field: 'number', title: 'Nomor', share: 2 },
    { field: 'text', title: 'Kebijakan', share: 4 },
    { field: 'basis', title: 'Dasar hukum', share: 3 },
    { field: 'purpose', title: 'Tujuan', share: 4 },
  ],
  answers: [
    { field: 'implementation', title: 'Pelaksanaan', share: 5 },
    { field: 'through', title: 'Program dan kegiatan', share: 4 },
  ],
})
