import type { FormId } from '@sepakat/rules'
import { isFiledWhole } from '@sepakat/rules/form/coverage.ts'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { periodTitle } from '@sepakat/rules/periods/period.ts'
import { Link } from 'react-router'
import { FigureStatus } from '#submissions/FigureStatus.tsx'
import type { Overview } from '#submissions/overview.ts'
import { formName } from '#submissions/reportName.ts'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { type Column, Table } from '#ui/Table.tsx'
import { coverageSentence } from './coverageSentence.ts'
import { NotUsing } from './NotUsing.tsx'
import styles from './Overview.module.css'

type Line = Overview['coverage'][number]

/** Counted in offices it leads to their reports, in rows to the figures of these. */
function leadsTo({ form, period }: Line): string {
  const kind = kinds[form as FormId]
  return kind && isFiledWhole(kind) ? paths.reports({ formulir: form, periode: period }) : paths.recap({ form, period })
}

/** How much of what the region owes was submitted, by form and period with figures of the region. */
export function RegionCoverage({ lines, titleOf }: { lines: readonly Line[]; titleOf: (form: string) => string }) {
  const columns: Column<Line>[] = [
    { id: 'form', head: 'Laporan', rowHead: true, cell: line => formName(line.form, titleOf(line.form)) },
    { id: 'period', head: 'Periode', cell: line => periodTitle(line.period) },
    {
      id: 'standing',
      head: 'Sifat angka',
      cell: line => <FigureStatus of={line.standing} coverage={line.coverage} />,
    },
    {
      id: 'coverage',
      head: 'Yang sudah masuk',
      cell: line => (
        <>
          <Link to={leadsTo(line)}>
            {coverageSentence(line.coverage, kinds[line.form as FormId]?.consolidate?.of ?? '')}
          </Link>
          <NotUsing offices={line.notUsing} />
        </>
      ),
    },
  ]
  return (
    <Part title="Kelengkapan angka daerah">
      <p className={styles.quiet}>
        Angka daerah menjadi final setelah semua yang wajib melapor disetujui, termasuk yang belum memakai SEPAKAT.
      </p>
      <Table
        caption="Kelengkapan angka daerah"
        columns={columns}
        rows={lines}
        rowKey={line => `${line.form} ${line.period}`}
      />
    </Part>
  )
}
