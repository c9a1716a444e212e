import { shownFigure, whyWords } from '@sepakat/rules/words/figureText.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { readingPath } from '#submissions/reportAction.ts'
import { formName } from '#submissions/reportName.ts'
import { formsQuery } from '#submissions/sharedQueries.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Part } from '#ui/Part.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { type Column, Table } from '#ui/Table.tsx'
import { besideLastYear, type FigurePair } from './besideLastYear.ts'
import { type FigureLine, officeFiguresQuery } from './queries.ts'

const quarters = ['', 'TW I', 'TW II', 'TW III', 'TW IV']

/** This year's figures beside last year's approved ones. */
export function OfficeYears({ office, year }: { office: string; year: number }) {
  const before = useQuery(officeFiguresQuery(office, year - 1))
  const now = useQuery(officeFiguresQuery(office, year))
  const forms = useQuery(formsQuery)
  const titles = new Map(forms.data?.items.map(({ form, title }) => [form, formName(form, title)]))
  const own = (lines: readonly FigureLine[] | undefined) => (lines ?? []).filter(line => line.office.id === office)
  const pairs = besideLastYear(own(before.data), own(now.data))
  const columns: Column<FigurePair>[] = [
    { id: 'label', head: 'Angka', rowHead: true, cell: pair => pair.label },
    {
      id: 'form',
      head: 'Laporan',
      cell: pair => [titles.get(pair.form) ?? pair.form, quarters[pair.quarter ?? 0]].filter(Boolean).join(', '),
    },
    { id: 'before', head: String(year - 1), num: true, cell: pair => <Value of={pair.before} /> },
    { id: 'now', head: String(year), num: true, cell: pair => <Value of={pair.now} /> },
  ]
  const failed = before.isError ? before : now.isError ? now : null
  return (
    <Part
      title="Angka dan tahun lalu"
      note={`Tahun ${year - 1}: yang disetujui. Tahun ${year}: juga yang masih sementara.`}
    >
      {failed && <ProblemPanel error={failed.error} onRetry={() => failed.refetch()} />}
      {!failed && (before.isPending || now.isPending) && <SkeletonRows rows={4} label="Memuat angka…" />}
      {before.isSuccess && now.isSuccess && pairs.length === 0 && (
        <EmptyState title="Belum ada angka">
          Angka muncul begitu laporan dikirim, dan menjadi final begitu disetujui.
        </EmptyState>
      )}
      {pairs.length > 0 && (
        <Table caption="Angka tahun ini dan tahun lalu" columns={columns} rows={pairs} rowKey={pair => pair.key} />
      )}
    </Part>
  )
}

/** A value leads to the report it comes from. */
function Value({ of }: { of: FigureLine | undefined }) {
  if (of === undefined) return 'belum ada'
  const { figure, submission, standing } = of
  const words = figure.value === null ? whyWords(figure.why) : shownFigure(figure)
  return (
    <>
      <Link to={readingPath(submission, 'approved')}>{words}</Link>
      {standing === 'provisional' && <small> sementara</small>}
    </>
  )
}
