import type { ReactNode } from 'react'
import { Link } from 'react-router'
import styles from '#administration/Admin.module.css'
import { paths } from '#ui/paths.ts'
import { type Column, Table } from '#ui/Table.tsx'
import { ConfidenceTag } from './ConfidenceTag.tsx'
import { sliceYears } from './catalogueWords.ts'
import type { CatalogueRow } from './queries.ts'

export function RowsTable({
  form,
  title,
  rows,
  choose,
}: {
  form: string
  title: string
  rows: readonly CatalogueRow[]
  /** An action before each row. */
  choose?: (row: CatalogueRow) => ReactNode
}) {
  const columns: Column<CatalogueRow>[] = [
    ...(choose
      ? [{ id: 'choose', head: <span className="visually-hidden">Pilih</span>, cardHead: '', cell: choose }]
      : []),
    {
      id: 'row',
      head: 'Baris',
      rowHead: true,
      cell: row => (
        <>
          <Link to={paths.admin(`katalog/${form}/${row.id}`, { tahun: String(row.from) })}>
            {row.code} {row.label}
          </Link>
          <span className={styles.small}>{row.group}</span>
        </>
      ),
    },
    { id: 'unit', head: 'Satuan', cell: row => row.unit },
    { id: 'owner', head: 'Pengampu', cell: row => row.owner },
    { id: 'years', head: 'Berlaku', cell: row => sliceYears(row) },
    {
      id: 'confidence',
      head: 'Pencocokan',
      cardHead: '',
      cell: row => <ConfidenceTag confidence={row.confidence} verified={row.verified} />,
    },
  ]
  return (
    <Table caption={`Baris katalog ${title}`} columns={columns} rows={rows} rowKey={row => `${row.id} ${row.from}`} />
  )
}
