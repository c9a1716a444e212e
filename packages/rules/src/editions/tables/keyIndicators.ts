import { rowsOf } from '../../catalogue/rowsOf.ts'
import { periodYear } from '../../periods/period.ts'
import type { Group } from '../../types/Catalogue.ts'
import type { EditionData, EditionForm } from '../EditionData.ts'
import type { EditionTableMaker } from '../EditionKind.ts'
import type { EditionLine, EditionTable } from '../FrozenEdition.ts'
import { answerCell, approvedOf, figureCell, figureOf, formOf, groupLine, rowsOfReport, textCell } from './cells.ts'

const form = 'lppd/tahunan'
const code = 'lppd.ikk'

const topOf = (groups: readonly Group[], id: string | undefined): string => {
  const parent = groups.find(group => group.id === id)?.parent
  return parent === undefined ? (id ?? '') : topOf(groups, parent)
}

/** The offices of which a figure is. */
const officesOf = ({ reports }: EditionForm, row: string): string =>
  reports
    .filter(({ revision }) => revision?.figures.some(figure => figure.code === code && figure.row === row))
    .map(({ office }) => office.shortName)
    .join(', ')

/** Of the figure itself where one office owes it, else of what the region adds up. */
function parts(data: EditionData, own: EditionForm, row: string) {
  const booked = figureOf(data, own, { code, row })
  const part = (value: string | null | undefined) => (value == null ? textCell('–') : { value, of: booked!.ref })
  return {
    booked,
    numerator: part(booked?.figure.numerator),
    denominator: part(booked?.figure.denominator),
  }
}

function outcomes(data: EditionData, isOfTop: (top: string) => boolean): EditionLine[] {
  const own = formOf(data, form)
  if (!own) return []
  const { groups } = own.catalogue
  const owed = new Set(own.recap?.figures.filter(figure => figure.code === code).map(({ row }) => row))
  const rows = rowsOf(own.catalogue, periodYear(data.period)).filter(
    ({ id, parent }) => parent === undefined && owed.has(id),
  )
  return groups
    .filter(({ id, parent }) => parent !== undefined && isOfTop(topOf(groups, id)))
    .flatMap(group => {
      const lines = rows
        .filter(row => row.group === group.id)
        .map((row): EditionLine => {
          const { booked, numerator, denominator } = parts(data, own, row.id)
          return {
            cells: {
              code: textCell(row.code),
              name: textCell(row.label),
              office: textCell(officesOf(own, row.id) || '–'),
              numerator,
              denominator,
              value: figureCell(booked),
              unit: textCell(row.unit ?? ''),
            },
          }
        })
      return lines.length === 0 ? [] : [groupLine('name', group.label), ...lines]
    })
}

const columns: EditionTable['columns'] = [
  { id: 'code', title: 'No. IKK', share: 2 },
  { id: 'name', title: 'Urusan dan indikator', share: 7 },
  { id: 'office', title: 'Perangkat daerah', share: 3 },
  { id: 'numerator', title: 'Pembilang', share: 2, number: true },
  { id: 'denominator', title: 'Penyebut', share: 2, number: true },
  { id: 'value', title: 'Capaian', share: 2, number: true, decimals: 2 },
  { id: 'unit', title: 'Satuan', share: 2 },
]

/** Outcomes by field of government; of the support functions too, by which top groups are taken. */
const outcomeTable = (id: string, title: string, isOfTop: (top: string) => boolean): EditionTableMaker => ({
  title,
  make: data => ({
    id,
    title: `${title} tahun ${periodYear(data.period)}`,
    columns,
    lines: outcomes(data, isOfTop),
    notes: [
      'Dari beberapa perangkat daerah, pembilang dan penyebutnya dijumlahkan lalu dibagi satu kali; persentase tidak dirata-ratakan.',
    ],
  }),
})

const support = 'fungsi-penunjang'
export const keyOutcomes = outcomeTable('ikk-hasil', 'Capaian IKK hasil menurut urusan', top => top !== support)
export const supportOutcomes = outcomeTable('ikk-penunjang', 'Capaian IKK fungsi penunjang', top => top === support)
export const basicOutcomes = outcomeTable(
  'ikk-dasar',
  'Capaian IKK urusan pelayanan dasar',
  top => top === 'urusan-wajib-pelayanan-dasar',
)

/** Outputs under the indicator they belong to, as each office reported them. */
export const keyOutputs: EditionTableMaker = {
  title: 'Capaian IKK keluaran',
  make: data => {
    const own = formOf(data, form)
    const reports = approvedOf(own)
    const lines = (own ? reports : []).flatMap((report): EditionLine[] => {
      const rows = rowsOfReport(report, 'outputs')
      if (rows.length === 0) return []
      return [
        groupLine('name', report.office.name),
        ...rows.map(
          ({ row }): EditionLine => ({
            cells: {
              code: textCell(row.code ?? ''),
              name: textCell(row.label),
              value: answerCell(own!, report, row, 'value'),
              unit: textCell(row.unit ?? ''),
            },
          }),
        ),
      ]
    })
    return {
      id: 'ikk-keluaran',
      title: `Capaian IKK keluaran tahun ${periodYear(data.period)}`,
      columns: [
        { id: 'code', title: 'No.', share: 2 },
        { id: 'name', title: 'Perangkat daerah dan IKK keluaran', share: 9 },
        { id: 'value', title: 'Capaian', share: 3, number: true },
        { id: 'unit', title: 'Satuan', share: 3 },
      ],
      lines,
      notes: [],
    }
  },
}
