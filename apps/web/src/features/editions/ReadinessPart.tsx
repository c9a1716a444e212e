import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { count } from '#ui/numbers.ts'
import { Part } from '#ui/Part.tsx'
import { ProgressBar } from '#ui/ProgressBar.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { StatusTag } from '#ui/StatusTag.tsx'
import { type Column, Table } from '#ui/Table.tsx'
import { Tag } from '#ui/Tag.tsx'
import styles from './Editions.module.css'
import { type Readiness, readinessQuery } from './queries.ts'
import { readinessSentence } from './readinessSentence.ts'

type Form = Readiness['forms'][number]
type Missing = Form['missing'][number]

/** What the edition is made from: how much is approved, and who is missing. */
export function ReadinessPart({ id }: { id: string }) {
  const readiness = useQuery(readinessQuery(id))
  return (
    <Part title="Kesiapan">
      {readiness.isPending && <SkeletonRows rows={3} label="Memuat kesiapan…" />}
      {readiness.isError && <ProblemPanel error={readiness.error} onRetry={() => readiness.refetch()} />}
      {readiness.data && (
        <>
          <p>
            {readinessSentence(readiness.data)} Yang belum disetujui tidak ikut dihitung, dan disebut dalam laporannya.
          </p>
          {readiness.data.forms.map(form => (
            <FormReady key={`${form.form} ${form.period}`} form={form} />
          ))}
        </>
      )}
    </Part>
  )
}

function FormReady({ form }: { form: Form }) {
  const name = `${form.title}, ${form.periodTitle}`
  return (
    <details className={styles.ready}>
      <summary>
        <span>{name}</span>
        <ProgressBar filled={form.approved} all={form.owed} label={name} words={readyWords(form)} />
      </summary>
      {form.owed > 0 && (
        <p>
          <Link to={paths.reports({ formulir: form.form, periode: form.period })}>
            Lihat {count(form.owed)} laporan yang wajib
          </Link>
        </p>
      )}
      {form.missing.length > 0 && (
        <Table
          caption={`Yang belum disetujui: ${name}`}
          columns={columns}
          rows={form.missing}
          rowKey={({ office }) => office.id}
        />
      )}
    </details>
  )
}

const readyWords = ({ owed, missing }: Form): string =>
  owed === 0 ? 'tidak ada yang wajib' : missing.length === 0 ? 'lengkap' : `${missing.length} belum`

const columns: Column<Missing>[] = [
  {
    id: 'office',
    head: 'Perangkat daerah',
    rowHead: true,
    wide: true,
    cell: ({ office, submission }) =>
      submission ? <Link to={paths.form(submission)}>{office.name}</Link> : office.name,
  },
  { id: 'status', head: 'Status', cell: ({ status }) => <StatusTag status={status} /> },
  {
    id: 'late',
    head: 'Tenggat',
    cell: ({ daysLate }) =>
      daysLate > 0 ? (
        <Tag tone="wrong" icon="clock">
          Terlambat {daysLate} hari
        </Tag>
      ) : (
        'Belum lewat'
      ),
  },
]
