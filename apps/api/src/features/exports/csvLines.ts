import { plainNumber } from '@sepakat/documents'
import { statusLabels } from '@sepakat/rules'
import { csvLine } from '@sepakat/rules/words/csvLine.ts'
import { basisWords } from '@sepakat/rules/words/figureText.ts'
import type { WrittenReport } from './view.ts'

const columns = {
  jenis: 'Jenis',
  office: 'Perangkat daerah',
  title: 'Laporan',
  period: 'Periode',
  number: 'Nomor',
  status: 'Status',
  revision: 'Kiriman',
  section: 'Bagian',
  code: 'Kode',
  row: 'Baris',
  field: 'Isian',
  value: 'Nilai',
  unit: 'Satuan',
  remark: 'Keterangan',
  at: 'Alamat',
}
type Column = keyof typeof columns
type Line = Partial<Record<Column, string>>

const written = (line: Line): string => csvLine((Object.keys(columns) as Column[]).map(column => line[column] ?? ''))

/** The first line of the file. */
export const csvHead = (): string => written(columns)

const said = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join('; ')

/** The lines of one report: its answers, figures, notes and evidence, told apart by the first column. */
export function csvLines(report: WrittenReport): string {
  const about = {
    office: report.office.name,
    title: report.title,
    period: report.periodTitle,
    number: String(report.number),
    status: statusLabels[report.status],
  }
  const lines = report.states.flatMap(({ revision, answers, figures }): Line[] => {
    const state = { ...about, revision: revision ? `ke-${revision.n}` : 'belum dikirim' }
    return [
      ...answers.map(({ value: _, text, ...answer }) => ({ ...state, ...answer, jenis: 'isian', value: text })),
      ...figures.map(({ code, label, row, rowLabel, value, lacks, unit, band, basis, formula, computed }) => ({
        ...state,
        jenis: 'angka',
        row: rowLabel,
        field: label,
        value: value === null ? '' : plainNumber(value),
        unit,
        remark: said(lacks, band?.label, basisWords(basis), formula, computed),
        at: `figure:${code}/${row}`,
      })),
    ]
  })
  const notes = report.notes.flatMap(({ anchor, where, text, by, at, revision, answers }): Line[] => {
    const note = { ...about, revision: revision === null ? '' : `ke-${revision}`, row: where, at: anchor }
    return [
      { ...note, jenis: 'catatan', value: text, remark: said(by.name, at) },
      ...answers.map(answer => ({
        ...note,
        jenis: 'jawaban catatan',
        value: answer.text,
        remark: said(answer.by.name, answer.at),
      })),
    ]
  })
  const files = report.attachments.map(({ anchor, where, title, number, date, page, fileName, sha256 }) => ({
    ...about,
    jenis: 'bukti',
    row: where,
    value: title,
    remark: said(fileName, number && `nomor ${number}`, date, page && `halaman ${page}`, `SHA-256 ${sha256}`),
    at: anchor,
  }))
  return [...lines, ...notes, ...files].map(written).join('')
}
