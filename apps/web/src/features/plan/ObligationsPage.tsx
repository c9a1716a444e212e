import { useQuery } from '@tanstack/react-query'
import { useDialog } from '#administration/useDialog.ts'
import { useFormTitles } from '#administration/useFormTitles.ts'
import { FormFilter } from '#submissions/TypeFilter.tsx'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterBar } from '#ui/FilterBar.tsx'
import { FilterSelect } from '#ui/FilterFields.tsx'
import { count } from '#ui/numbers.ts'
import { Part } from '#ui/Part.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Said, useSaid } from '#ui/useSaid.tsx'
import { useUrlFilters } from '#ui/useUrlFilters.ts'
import { ExtendDialog } from './ExtendDialog.tsx'
import { GenerateDialog } from './GenerateDialog.tsx'
import { OutsideWaves } from './OutsideWaves.tsx'
import { PlannedOffice } from './PlannedOffice.tsx'
import { byOffice, plannedWords, shownPlanned } from './planned.ts'
import { type Planned, type Preview, previewQuery } from './queries.ts'
import { RemoveObligationDialog } from './removeDialogs.tsx'
import { YearFrame } from './YearFrame.tsx'

export function ObligationsPage({ year }: { year: number }) {
  const preview = useQuery(previewQuery(year))
  return (
    <YearFrame
      year={year}
      step="kewajiban"
      intro="Dihitung dari periode, penugasan, dan gelombang. Periksa dahulu, lalu buat; yang sudah ada tidak diubah. Yang belum dimulai dapat dihapus."
    >
      {preview.isPending && <SkeletonRows label="Menghitung kewajiban…" />}
      {preview.isError && <ProblemPanel error={preview.error} onRetry={() => preview.refetch()} />}
      {preview.isSuccess && <Obligations key={year} year={year} preview={preview.data} />}
    </YearFrame>
  )
}

function Obligations({ year, preview }: { year: number; preview: Preview }) {
  const { said, say } = useSaid()
  const titleOf = useFormTitles()
  const filters = useUrlFilters(['q', 'formulir', 'keadaan'] as const)
  const { values, any } = filters
  const { about: doing, open, ends } = useDialog<{ what: 'extend' | 'remove'; planned: Planned } | 'generate'>(say)
  const Changing = doing && doing !== 'generate' && doing.what === 'remove' ? RemoveObligationDialog : ExtendDialog
  const forms = [...new Set(preview.items.map(item => item.form))].sort()
  const groups = byOffice(shownPlanned(preview.items, { q: values.q, form: values.formulir, state: values.keadaan }))
  if (preview.items.length === 0)
    return (
      <EmptyState title={`Belum ada kewajiban lapor untuk ${year}`}>
        Kewajiban muncul di sini setelah ada periode tahun {year}, baris yang diampu, dan gelombang yang sudah mulai.
      </EmptyState>
    )
  return (
    <>
      <Said said={said} />
      <Callout
        tone={preview.added > 0 ? 'warn' : 'good'}
        title={
          preview.added > 0
            ? `${count(preview.added)} kewajiban lapor belum dibuat`
            : preview.outside.length > 0
              ? `${count(preview.existing)} kewajiban lapor dari gelombang yang ada sudah dibuat`
              : `Semua ${count(preview.existing)} kewajiban lapor sudah dibuat`
        }
        actions={
          preview.added > 0 && (
            <Button kind="primary" icon="check" onClick={() => open('generate')}>
              Buat {count(preview.added)} kewajiban
            </Button>
          )
        }
      >
        {preview.added > 0 && `${count(preview.existing)} sudah ada. `}
        {preview.orphans > 0 &&
          `${count(preview.orphans)} pernah dibuat tetapi tidak diminta lagi oleh periode, penugasan, atau gelombang; tetap ada dan masih dapat diisi.`}
      </Callout>
      <OutsideWaves year={year} outside={preview.outside} />
      <Part title="Menurut perangkat daerah">
        <FilterBar label="Saring kewajiban" search="Cari perangkat daerah" of={filters}>
          <FormFilter of={filters} forms={forms.map(form => ({ form, title: titleOf(form) }))} />
          <FilterSelect
            of={filters}
            name="keadaan"
            label="Keadaan"
            none="Semua"
            options={Object.entries(plannedWords).map(([value, { word }]) => ({ value, label: word }))}
          />
        </FilterBar>
        {groups.length === 0 && <EmptyState title="Tidak ada kewajiban yang cocok dengan saringan ini" />}
        {groups.map((group, n) => (
          <PlannedOffice
            key={group.office.id}
            group={group}
            open={any || groups.length <= 3 || n === 0}
            titleOf={titleOf}
            onExtend={planned => open({ what: 'extend', planned })}
            onRemove={planned => open({ what: 'remove', planned })}
          />
        ))}
      </Part>
      {doing === 'generate' ? (
        <GenerateDialog year={year} preview={preview} {...ends} />
      ) : (
        doing && <Changing planned={doing.planned} formTitle={titleOf(doing.planned.form)} {...ends} />
      )}
    </>
  )
}
