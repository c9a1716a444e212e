import type { Confidence } from '@sepakat/rules/types.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { useDates } from '../../../lib/me.tsx'
import { useUrlFilters } from '../../../lib/useUrlFilters.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FilterBar, FilterToggles, SearchBox } from '../../../ui/FilterBar.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PageProblem } from '../../../ui/PageProblem.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { adminCrumbs } from '../adminCrumbs.ts'
import { useFormTitles } from '../formTitles.ts'
import { confidenceChoices } from './catalogueWords.ts'
import { rowsQuery } from './queries.ts'
import { RowsTable } from './RowsTable.tsx'

const firstYear = 2021

/** The rows of one catalogue, by confidence, source, year and words. */
export function CataloguePage() {
  const { type = '', form: name = '' } = useParams()
  const form = `${type}/${name}`
  const title = useFormTitles()(form)
  const thisYear = useDates().year()
  const { values, set, clear, any } = useUrlFilters(['q', 'tahun', 'keyakinan', 'sumber', 'belum'] as const)
  const list = useInfiniteQuery(
    rowsQuery(form, {
      q: values.q || undefined,
      year: Number(values.tahun) || undefined,
      confidence: (values.keyakinan as Confidence) || undefined,
      source: values.sumber || undefined,
      unverified: values.belum === 'ya' ? true : undefined,
    }),
  )
  if (list.isError) return <PageProblem error={list.error} onRetry={() => list.refetch()} />
  const rows = list.data?.pages.flatMap(page => page.items) ?? []
  const years = Array.from({ length: thisYear + 2 - firstYear }, (_, n) => String(thisYear + 1 - n))
  return (
    <>
      <PageHead
        title={title}
        documentTitle={`Katalog ${title}`}
        crumbs={adminCrumbs(['katalog'], title)}
        intro={
          list.data &&
          `Versi ${list.data.pages[0]?.version}. Buka sebuah baris untuk melihat semuanya atau memperbaikinya.`
        }
      />
      <FilterBar
        label="Saring baris katalog"
        search={{ label: 'Cari kode atau bunyi', value: values.q, onChange: q => set({ q }) }}
        onClear={any ? clear : undefined}
      >
        <SelectField
          label="Berlaku pada tahun"
          none="Semua tahun"
          value={values.tahun}
          onChange={tahun => set({ tahun })}
          options={years.map(year => ({ value: year, label: year }))}
        />
        <SelectField
          label="Keyakinan"
          none="Semua"
          value={values.keyakinan}
          onChange={keyakinan => set({ keyakinan })}
          options={confidenceChoices}
        />
        <SearchBox label="Sumber memuat" value={values.sumber} onChange={sumber => set({ sumber })} />
        <FilterToggles>
          <Checkbox
            label="Hanya yang belum diverifikasi"
            checked={values.belum === 'ya'}
            onChange={event => set({ belum: event.target.checked ? 'ya' : '' })}
          />
        </FilterToggles>
      </FilterBar>
      {list.isPending && <SkeletonRows rows={8} label="Memuat baris katalog…" />}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState
          title={any ? 'Tidak ada baris yang cocok dengan saringan ini' : 'Katalog ini tidak punya baris'}
          action={
            any && (
              <Button icon="cross" onClick={clear}>
                Hapus saringan
              </Button>
            )
          }
        >
          {any
            ? 'Longgarkan saringan, atau periksa ejaan pencarian.'
            : 'Barisnya ditulis sendiri oleh perangkat daerah.'}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <RowsTable form={form} title={title} rows={rows} />
          <Pager
            shown={rows.length}
            noun="baris"
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => list.fetchNextPage()}
          />
        </>
      )}
    </>
  )
}
