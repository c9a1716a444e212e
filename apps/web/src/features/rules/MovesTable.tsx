import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { shownFigure, whyWords } from '@sepakat/rules/words/figureText.ts'
import styles from '#administration/Admin.module.css'
import { formName } from '#submissions/reportName.ts'
import { type Column, Table } from '#ui/Table.tsx'
import type { FigureMove, Move, MovedReport } from './effectsOf.ts'

type TitleOf = (form: string) => string

/** `Dinas Sosial, SPM · …, Triwulan I 2026`. */
export const reportWords = ({ office, form, period }: MovedReport, titleOf: TitleOf): string =>
  `${office.name}, ${formName(form, titleOf(form))}, ${periodTitle(period)}`

export function MovesTable({ moves, titleOf }: { moves: readonly Move[]; titleOf: TitleOf }) {
  const columns: Column<Move>[] = [
    {
      id: 'figure',
      head: 'Angka',
      rowHead: true,
      cell: move => (
        <>
          {move.rowLabel ? `${move.rowLabel} · ${move.label}` : move.label}
          <span className={styles.small}>{reportWords(move.report, titleOf)}</span>
        </>
      ),
    },
    { id: 'from', head: 'Sekarang', num: true, cell: move => <Outcome of={move.from} move={move} /> },
    { id: 'to', head: 'Menjadi', num: true, cell: move => <Outcome of={move.to} move={move} /> },
  ]
  return (
    <Table
      caption="Angka laporan disetujui yang akan berubah"
      columns={columns}
      rows={moves}
      rowKey={({ report, code, row }) => `${report.submission} ${code} ${row}`}
    />
  )
}

function Outcome({ of, move }: { of: FigureMove['from']; move: FigureMove }) {
  if (of === null) return 'tidak ada'
  return (
    <>
      {of.value === null ? whyWords(of.why) : shownFigure({ ...of, unit: move.unit })}
      {of.band && <span className={styles.small}>{move.band ? <strong>{of.band.label}</strong> : of.band.label}</span>}
    </>
  )
}
