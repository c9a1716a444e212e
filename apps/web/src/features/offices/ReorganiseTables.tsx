import styles from '#administration/Admin.module.css'
import { count } from '#ui/numbers.ts'
import { Part } from '#ui/Part.tsx'
import { type Choice, SelectField } from '#ui/SelectField.tsx'
import { type Column, Table } from '#ui/Table.tsx'
import { Tag, type TagProps } from '#ui/Tag.tsx'
import { type ReorganisedReport, type ReorganisePreview, reportsTitle, reportWords } from './reorganiseWords.ts'

interface Line {
  key: string
  /** The field name of a choice; absent: it goes to the first successor. */
  choice?: string
  name: string
  small?: string
  to: { id: string; name: string }
}

/** What a merge or split moves and what stays; with several successors each row, post and key has a choice. */
export function ReorganiseTables({
  preview,
  chosen,
  successors,
  onChoose,
}: {
  preview: ReorganisePreview
  /** Shown at once, before the preview is updated. */
  chosen: Readonly<Record<string, string>>
  successors: readonly Choice[]
  onChoose: (choice: string, to: string) => void
}) {
  const lines = (title: string, head: string, all: readonly Line[]) => (
    <Lines title={title} head={head} lines={all} {...{ chosen, successors, onChoose }} />
  )
  const handed = (all: ReorganisePreview['posts'], sort?: string): Line[] =>
    all.map(({ id, name, to }) => ({ key: id, name, to, ...(sort && { choice: `${sort} ${id}` }) }))
  return (
    <>
      <Reports {...preview} />
      {lines(
        'Penugasan baris',
        'Baris',
        preview.assignments.map(a => ({
          key: `${a.choice} ${a.from}`,
          choice: a.choice,
          name: a.label,
          small: a.from === null ? a.title : `${a.title}; pindah mulai tahun ${a.from}`,
          to: a.to,
        })),
      )}
      {lines('Jabatan', 'Orang', handed(preview.posts, 'post'))}
      {lines('Kunci API', 'Kunci', handed(preview.keys, 'key'))}
      {lines('Bagian laporan yang diserahkan kepadanya', 'Laporan', handed(preview.contributions))}
      {lines('Unit di bawahnya', 'Unit', handed(preview.units))}
    </>
  )
}

const outcomes: Record<ReorganisedReport['outcome'], TagProps> = {
  moves: { tone: 'info', icon: 'chevron-right', children: 'Pindah' },
  stays: { icon: 'lock', children: 'Tetap' },
  covered: { icon: 'minus', children: 'Dihapus' },
}

const reportColumns = (ends: boolean): Column<ReorganisedReport>[] => [
  {
    id: 'report',
    head: 'Laporan',
    rowHead: true,
    cell: ({ title, periodTitle, begun }) => (
      <>
        {title}, {periodTitle}
        {!begun && <span className={styles.small}>belum dimulai</span>}
      </>
    ),
  },
  { id: 'outcome', head: 'Keadaan', cell: ({ outcome }) => <Tag {...outcomes[outcome]} /> },
  { id: 'words', head: 'Yang terjadi', cell: report => reportWords(report, ends) },
]

function Reports({ reports, ends }: Pick<ReorganisePreview, 'reports' | 'ends'>) {
  return (
    <Part title={reportsTitle(reports)}>
      {reports.length === 0 ? (
        <p className={styles.note}>Tidak ada laporan maupun kewajiban lapor.</p>
      ) : (
        <Table
          caption="Laporan"
          columns={reportColumns(ends)}
          rows={reports}
          rowKey={({ title, period }) => `${title} ${period}`}
        />
      )}
    </Part>
  )
}

function Lines({
  title,
  head,
  lines,
  chosen,
  successors,
  onChoose,
}: {
  title: string
  head: string
  lines: readonly Line[]
  chosen: Readonly<Record<string, string>>
  successors: readonly Choice[]
  onChoose: (choice: string, to: string) => void
}) {
  if (lines.length === 0) return null
  const columns: Column<Line>[] = [
    {
      id: 'name',
      head,
      rowHead: true,
      cell: ({ name, small }) => (
        <>
          {name}
          {small && <span className={styles.small}>{small}</span>}
        </>
      ),
    },
    {
      id: 'to',
      head: 'Penerus',
      cell: ({ choice, name, small, to }) =>
        choice && successors.length > 1 ? (
          <SelectField
            label={`Penerus ${name}${small ? `, ${small}` : ''}`}
            labelHidden
            options={successors}
            value={chosen[choice] ?? to.id}
            onChange={id => onChoose(choice, id)}
          />
        ) : (
          to.name
        ),
    },
  ]
  return (
    <Part title={`${title} (${count(lines.length)})`}>
      <Table caption={title} columns={columns} rows={lines} rowKey={({ key }) => key} />
    </Part>
  )
}
