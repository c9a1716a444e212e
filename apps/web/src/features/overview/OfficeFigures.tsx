import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { basisWords, shownFigure, whyWords } from '@sepakat/rules/words/figureText.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { FigureLink } from '#submissions/FigureLink.tsx'
import { FigureStatus } from '#submissions/FigureStatus.tsx'
import { OfficeLink } from '#submissions/OfficeLink.tsx'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { PagedList } from '#sync/problems/PagedList.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Part } from '#ui/Part.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { type Column, Table } from '#ui/Table.tsx'
import { barWidths } from './barWidths.ts'
import styles from './Overview.module.css'
import { figuresQuery } from './queries.ts'

type Line = ResponseOf<'GET /figures'>['items'][number]

interface OfficeFiguresProps {
  year: number
  form: string
  code: string
  onCode: (code: string) => void
}

/** One figure of one form, office by office, as bars and as a table. */
export function OfficeFigures({ year, form, code, onCode }: OfficeFiguresProps) {
  const list = useInfiniteQuery({ ...figuresQuery(form, year), enabled: form !== '' })
  const lines = list.data?.pages.flatMap(page => page.items) ?? []
  const labels = new Map(lines.map(line => [line.figure.code, line.label]))
  const shownCode = labels.has(code) ? code : ([...labels.keys()][0] ?? '')
  return (
    <Part title="Menurut perangkat daerah" level="h3">
      {labels.size > 0 && (
        <div className={styles.choose}>
          <SelectField
            label="Angka"
            value={shownCode}
            onChange={onCode}
            options={[...labels].map(([value, label]) => ({ value, label }))}
          />
        </div>
      )}
      <PagedList
        of={list}
        rows={4}
        loading="Memuat angka…"
        noun="angka"
        brief
        empty={
          <EmptyState title={`Belum ada angka untuk formulir ini tahun ${year}`}>
            Angka muncul begitu laporan dikirim (sementara), dan menjadi final begitu disetujui.
          </EmptyState>
        }
      >
        {all => <FigureTable code={shownCode} all={all} />}
      </PagedList>
    </Part>
  )
}

const completeness = 'completeness'
const reportOf = ({ submission, revision }: Line) => `${submission}/${revision}`

/** Beside each achievement how much of its report is filled in: a high value from few items says little. */
function FigureTable({ code, all }: { code: string; all: readonly Line[] }) {
  const lines = all.filter(line => line.figure.code === code)
  const filled = new Map(
    all.filter(line => line.figure.code === completeness).map(line => [reportOf(line), line.figure]),
  )
  const widths = barWidths(lines.map(line => line.figure.value))
  const at = new Map(lines.map((line, n) => [line, widths[n] ?? 0]))
  const columns: Column<Line>[] = [
    { id: 'office', head: 'Perangkat daerah', rowHead: true, cell: line => <OfficeLink office={line.office} /> },
    { id: 'period', head: 'Periode', cell: line => periodTitle(line.period) },
    {
      id: 'bar',
      head: 'Grafik',
      cardHead: '',
      cell: line => (
        <svg className={styles.bar} aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 10">
          <rect className={styles.submitted} width={at.get(line) ?? 0} height="10" />
        </svg>
      ),
    },
    {
      id: 'value',
      head: 'Nilai',
      num: true,
      cell: ({ figure, office, form, period }) => (
        <FigureLink place={{ office: office.id, form, period, code: figure.code, row: figure.row }}>
          <Value figure={figure} />
        </FigureLink>
      ),
    },
    {
      id: completeness,
      head: 'Tingkat keterisian',
      num: true,
      cell: line => shownFigure(filled.get(reportOf(line)) ?? { value: null, unit: '%', band: null }),
    },
    {
      id: 'standing',
      head: 'Sifat angka',
      cell: line => <FigureStatus of={line.standing} />,
    },
  ]
  return (
    <Table
      captionShown
      caption={`${lines[0]?.label ?? 'Angka'} menurut perangkat daerah`}
      columns={columns.filter(({ id }) => id !== code)}
      rows={lines}
      rowKey={line => `${reportOf(line)}/${line.figure.code}/${line.figure.row}`}
    />
  )
}

/** With its category, and a note that a quarter's figure is year-to-date. */
function Value({ figure }: Pick<Line, 'figure'>) {
  const basis = basisWords(figure.basis)
  if (figure.value === null) return whyWords(figure.why)
  return (
    <>
      {shownFigure(figure)}
      {figure.band && ` · ${figure.band.label}`}
      {basis && <small className={styles.basis}> ({basis})</small>}
    </>
  )
}
