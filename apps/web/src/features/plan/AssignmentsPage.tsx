import { useInfiniteQuery } from '@tanstack/react-query'
import { OfficeField } from '#administration/OfficeField.tsx'
import { assignmentsQuery } from '#administration/queries.ts'
import { useDialog } from '#administration/useDialog.ts'
import { useFormTitles } from '#administration/useFormTitles.ts'
import { FormFilter } from '#submissions/TypeFilter.tsx'
import { PagedList } from '#sync/problems/PagedList.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState, NothingFound } from '#ui/EmptyState.tsx'
import { FilterBar } from '#ui/FilterBar.tsx'
import { FilterSelect, filterProps } from '#ui/FilterFields.tsx'
import { Part } from '#ui/Part.tsx'
import { Said, useSaid } from '#ui/useSaid.tsx'
import { useUrlFilters } from '#ui/useUrlFilters.ts'
import { AssignDrawer } from './AssignDrawer.tsx'
import { AssignmentTable } from './AssignmentTable.tsx'
import { assignmentWords } from './assignmentWords.ts'
import { EndAssignmentDialog } from './EndAssignmentDialog.tsx'
import { NewAssignmentDrawer, useAssignedForms } from './NewAssignmentDrawer.tsx'
import type { Assignment, AssignmentState } from './queries.ts'
import { YearFrame } from './YearFrame.tsx'

type Doing = { what: 'assign' | 'end'; line: Assignment } | { what: 'add' } | null

export function AssignmentsPage({ year }: { year: number }) {
  const titleOf = useFormTitles()
  const forms = useAssignedForms()
  const filters = useUrlFilters(['q', 'formulir', 'opd', 'keadaan'] as const)
  const { values, clear, any } = filters
  const { said, say } = useSaid()
  const { about: doing, open, ends } = useDialog<Doing>(say)
  const list = useInfiniteQuery(
    assignmentsQuery({
      year,
      q: values.q || undefined,
      form: values.formulir || undefined,
      office: values.opd || undefined,
      state: (values.keadaan as AssignmentState) || undefined,
    }),
  )
  const fine = values.keadaan === 'unowned' || values.keadaan === 'double'
  return (
    <YearFrame
      year={year}
      step="penugasan"
      intro="Perangkat daerah melihat hanya baris yang diampunya. Penugasan berlaku terus dari tahun ke tahun sampai diubah."
    >
      <Part
        title="Siapa mengampu apa"
        actions={
          <Button icon="plus" onClick={() => open({ what: 'add' })}>
            Tambah penugasan
          </Button>
        }
      >
        <Said said={said} />
        <FilterBar label="Saring penugasan" search="Cari kode, baris, atau pengampu" of={filters}>
          <FormFilter of={filters} forms={forms.map(form => ({ form, title: titleOf(form) }))} />
          <OfficeField label="Pengampu" clearable {...filterProps(filters, 'opd')} />
          <FilterSelect
            of={filters}
            name="keadaan"
            label="Keadaan"
            none="Semua"
            options={Object.entries(assignmentWords).map(([value, { word }]) => ({ value, label: word }))}
          />
        </FilterBar>
        <PagedList
          of={list}
          loading="Memuat penugasan…"
          noun="baris"
          empty={
            any ? (
              <NothingFound noun="baris" onClear={clear}>
                {fine ? 'Baik: tidak ada baris dengan keadaan itu.' : undefined}
              </NothingFound>
            ) : (
              <EmptyState title={`Belum ada penugasan untuk ${year}`}>Mulai dengan Tambah penugasan.</EmptyState>
            )
          }
        >
          {lines => (
            <AssignmentTable
              lines={lines}
              titleOf={titleOf}
              onAssign={line => open({ what: 'assign', line })}
              onEnd={line => open({ what: 'end', line })}
            />
          )}
        </PagedList>
      </Part>
      {doing?.what === 'assign' && (
        <AssignDrawer year={year} line={doing.line} formTitle={titleOf(doing.line.form)} {...ends} />
      )}
      {doing?.what === 'end' && <EndAssignmentDialog year={year} line={doing.line} {...ends} />}
      {doing?.what === 'add' && <NewAssignmentDrawer year={year} {...ends} />}
    </YearFrame>
  )
}
