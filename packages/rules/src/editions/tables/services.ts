import { rowsOf } from '../../catalogue/rowsOf.ts'
import { decimalText, exact, zero } from '../../numbers/decimal.ts'
import { periodYear, quarterTitle } from '../../periods/period.ts'
import type { CatalogueRow } from '../../types/Catalogue.ts'
import { chartOf, isSum } from '../charts.ts'
import type { EditionData, EditionForm } from '../EditionData.ts'
import type { EditionTableMaker } from '../EditionKind.ts'
import type { EditionCell, EditionLine } from '../FrozenEdition.ts'
import {
  type ApprovedReport,
  answerCell,
  approvedOf,
  bandCell,
  figureCell,
  figureOf,
  formOf,
  groupLine,
  notApproved,
  rowsOfReport,
  textCell,
} from './cells.ts'

const form = 'spm/triwulan'

/** `Triwulan IV Tahun 2025`. */
const when = ({ period }: EditionData): string => {
  const quarter = quarterTitle(period)
  return quarter === null ? `tahun ${periodYear(period)}` : `${quarter} tahun ${periodYear(period)}`
}

/** Top groups with the services under them, in the order of the catalogue. */
function urusan(own: EditionForm, data: EditionData): { id: string; label: string; services: CatalogueRow[] }[] {
  const { groups } = own.catalogue
  const topOf = (id: string | undefined): string => {
    const parent = groups.find(group => group.id === id)?.parent
    return parent === undefined ? (id ?? '') : topOf(parent)
  }
  const owed = new Set(own.recap?.figures.filter(({ code }) => code === 'spm.index').map(({ row }) => row))
  const services = rowsOf(own.catalogue, periodYear(data.period)).filter(
    ({ id, parent }) => parent === undefined && owed.has(id),
  )
  return groups
    .filter(({ parent }) => parent === undefined)
    .map(({ id, label }) => ({ id, label, services: services.filter(({ group }) => topOf(group) === id) }))
    .filter(one => one.services.length > 0)
}

const officesOf = (own: EditionForm, row: string): ApprovedReport[] =>
  approvedOf(own).filter(({ revision }) =>
    revision.figures.some(figure => figure.code === 'spm.index' && figure.row === row),
  )

/** What is to be served and was, of one office as it was computed, of several added up. */
function counts(data: EditionData, own: EditionForm, row: string) {
  const all = officesOf(own, row).map(({ office }) =>
    figureOf(data, own, { code: 'spm.recipients', row, office: office.id }),
  )
  const added = (side: 'numerator' | 'denominator'): EditionCell => {
    const values = all.flatMap(one => one?.figure[side] ?? [])
    if (values.length === 0) return figureCell(all[0] ?? null)
    const value = decimalText(values.reduce((sum, one) => sum.plus(exact(one)), zero))
    return { value, ...(all.length === 1 && all[0] && { of: all[0].ref }) }
  }
  const only = (code: string): EditionCell =>
    all.length === 1 && all[0]
      ? figureCell(figureOf(data, own, { code, row, ...(all[0].office && { office: all[0].office.id }) }))
      : textCell(all.length === 0 ? notApproved : 'lihat indeks')
  return {
    due: added('denominator'),
    served: added('numerator'),
    recipients: only('spm.recipients'),
    quality: only('spm.quality'),
  }
}

/** Per field: service, how many were due, how many served, achievement, quality, index and category. */
export const spmAchievement: EditionTableMaker = {
  title: 'Penerapan dan pencapaian SPM',
  make: data => {
    const own = formOf(data, form)
    const lines = (own ? urusan(own, data) : []).flatMap(({ id, label, services }): EditionLine[] => {
      const index = figureOf(data, own!, { code: 'spm.urusanIndex', row: id })
      return [
        groupLine('name', label),
        ...services.map((service): EditionLine => {
          const booked = figureOf(data, own!, { code: 'spm.index', row: service.id })
          return {
            level: 1,
            cells: {
              name: textCell(service.label),
              unit: textCell(service.unit ?? ''),
              ...counts(data, own!, service.id),
              index: figureCell(booked),
              band: bandCell(booked),
            },
          }
        }),
        {
          as: 'sum',
          cells: { name: textCell(`Indeks urusan ${label}`), index: figureCell(index), band: bandCell(index) },
        },
      ]
    })
    const whole = own && figureOf(data, own, { code: 'spm.regionIndex', row: '' })
    return {
      id: 'spm-capaian',
      title: `Penerapan dan pencapaian SPM sampai dengan ${when(data)}`,
      columns: [
        { id: 'name', title: 'Urusan dan jenis pelayanan dasar', share: 6 },
        { id: 'unit', title: 'Satuan', share: 1 },
        { id: 'due', title: 'Harus dilayani', share: 2, number: true },
        { id: 'served', title: 'Terlayani', share: 2, number: true },
        { id: 'recipients', title: 'Capaian penerima (%)', share: 2, number: true, decimals: 2 },
        { id: 'quality', title: 'Capaian mutu (%)', share: 2, number: true, decimals: 2 },
        { id: 'index', title: 'Indeks', share: 2, number: true, decimals: 2 },
        { id: 'band', title: 'Kategori', share: 2 },
      ],
      lines: whole
        ? [
            ...lines,
            {
              as: 'sum',
              cells: {
                name: textCell('Indeks pencapaian SPM daerah'),
                index: figureCell(whole),
                band: bandCell(whole),
              },
            },
          ]
        : lines,
      notes: [
        'Indeks = 80 persen capaian penerima layanan dan 20 persen capaian mutu minimal, menurut aturan penghitungan daerah. Kategori daerah dan urusan disebut setelah seluruhnya disetujui.',
      ],
    }
  },
}

/** The index of each field of government. */
export const spmIndexChart = chartOf({
  id: 'grafik-spm',
  title: 'Indeks pencapaian SPM menurut urusan',
  unit: '',
  from: spmAchievement,
  lines: isSum,
  category: 'name',
  series: [{ name: 'Indeks', column: 'index' }],
})

/** A table with a line for each row that people added under a service, by field of government and service. */
const ofServices = (
  id: string,
  title: string,
  {
    table,
    columns,
    first,
    personal = [],
  }: {
    table: string
    first: string
    columns: { field: string; title: string; share: number; number?: true }[]
    personal?: string[]
  },
): EditionTableMaker => ({
  title,
  personal,
  make: data => {
    const own = formOf(data, form)
    const lines = (own ? urusan(own, data) : []).flatMap(({ label, services }): EditionLine[] => {
      const below = services.flatMap(service => {
        const rows = officesOf(own!, service.id).flatMap(report =>
          rowsOfReport(report, table)
            .filter(({ row, above }) => above.some(one => one.id === service.id) || row.id === service.id)
            .map(
              ({ row }): EditionLine => ({
                level: 1,
                cells: Object.fromEntries(columns.map(({ field }) => [field, cellOf(own!, report, row, field)])),
              }),
            ),
        )
        return rows.length === 0 ? [] : [groupLine(first, service.label, 1), ...rows]
      })
      return below.length === 0 ? [] : [groupLine(first, label), ...below]
    })
    return {
      id,
      title: `${title} sampai dengan ${when(data)}`,
      columns: columns.map(({ field, ...column }) => ({ id: field, ...column })),
      lines,
      notes: [],
    }
  },
})

/** An answer, or what the row itself says: its label and unit. */
const cellOf = (own: EditionForm, report: ApprovedReport, row: Parameters<typeof answerCell>[2], field: string) =>
  field === 'label'
    ? textCell(row.label)
    : field === 'rowUnit'
      ? row.unit
        ? textCell(row.unit)
        : answerCell(own, report, row, 'unit')
      : answerCell(own, report, row, field)

export const spmQuality = ofServices('spm-mutu', 'Pemenuhan mutu minimal', {
  table: 'quality',
  first: 'label',
  columns: [
    { field: 'label', title: 'Jenis pelayanan dasar dan mutu minimal', share: 8 },
    { field: 'rowUnit', title: 'Satuan', share: 2 },
    { field: 'required', title: 'Harus dipenuhi', share: 3, number: true },
    { field: 'met', title: 'Terpenuhi', share: 3, number: true },
  ],
})
export const spmBudget = ofServices('spm-anggaran', 'Alokasi anggaran SPM dan realisasinya', {
  table: 'budget',
  first: 'fund',
  columns: [
    { field: 'fund', title: 'Jenis pelayanan dasar dan sumber dana', share: 6 },
    { field: 'before', title: 'Anggaran sebelum perubahan (Rp)', share: 4, number: true },
    { field: 'after', title: 'Anggaran setelah perubahan (Rp)', share: 4, number: true },
    { field: 'spent', title: 'Realisasi (Rp)', share: 4, number: true },
  ],
})
export const spmStaff = ofServices('spm-personel', 'Dukungan personel SPM', {
  table: 'staff',
  first: 'job',
  columns: [
    { field: 'job', title: 'Jenis pelayanan dasar dan tenaga', share: 10 },
    { field: 'count', title: 'Jumlah (orang)', share: 4, number: true },
  ],
})
export const spmProblems = ofServices('spm-masalah', 'Permasalahan dan solusi SPM', {
  table: 'problems',
  first: 'problem',
  columns: [
    { field: 'problem', title: 'Permasalahan', share: 8 },
    { field: 'remedy', title: 'Solusi', share: 8 },
  ],
})
export const spmActions = ofServices('spm-aksi', 'Rencana aksi pemenuhan SPM', {
  table: 'actions',
  first: 'what',
  columns: [
    { field: 'what', title: 'Yang dilakukan', share: 8 },
    { field: 'who', title: 'Penanggung jawab', share: 4 },
    { field: 'when', title: 'Kapan', share: 4 },
  ],
  personal: ['who'],
})
export const spmStages = ofServices('spm-tahapan', 'Empat tahapan penerapan SPM', {
  table: 'stages',
  first: 'label',
  columns: [
    { field: 'label', title: 'Jenis pelayanan dasar', share: 6 },
    { field: 'collection', title: 'Pengumpulan data', share: 3 },
    { field: 'needs', title: 'Penghitungan kebutuhan', share: 3 },
    { field: 'plan', title: 'Penyusunan rencana', share: 3 },
    { field: 'delivery', title: 'Pelaksanaan', share: 3 },
  ],
})
