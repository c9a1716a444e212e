import { cockpitLists } from '@sepakat/rules/cockpit/cockpitLists.ts'
import { reportTypeOf, reportTypes } from '@sepakat/rules/reportTypes.ts'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { OfficeFilter } from '#submissions/OfficeFilter.tsx'
import { formsQuery } from '#submissions/sharedQueries.ts'
import { useMe } from '#sync/session/me.tsx'
import { ClearFilters } from '#ui/ClearFilters.tsx'
import { FilterSelect } from '#ui/FilterFields.tsx'
import { useUrlFilters } from '#ui/useUrlFilters.ts'
import styles from './Cockpit.module.css'
import { CockpitPart } from './CockpitPart.tsx'
import { useLineKeys } from './useLineKeys.ts'
import { useRegionWork } from './useRegionWork.ts'

const uuid = /^[0-9a-f-]{36}$/i

/** What is late, what is stuck and what waits for the region, with what can be done about each where it is seen. */
export function Cockpit() {
  const box = useRef<HTMLDivElement>(null)
  const filters = useUrlFilters(['jenis', 'opd'])
  const forms = useQuery(formsQuery)
  const own = useMe().post?.reportTypes ?? []
  const known = new Set(forms.data?.items.map(({ form }) => reportTypeOf(form)))
  const types = reportTypes.filter(type => known.has(type) && (own.length === 0 || own.includes(type)))
  const { jenis, opd } = filters.values
  const type = types.find(one => one === jenis)
  const wish = { ...(type && { reportType: type }), ...(uuid.test(opd) && { office: opd }) }
  const ofRegion = useRegionWork(wish)
  useLineKeys(box)
  return (
    <div ref={box} className={styles.cockpit}>
      <section className={styles.filters} aria-label="Saring yang ditindaklanjuti" tabIndex={-1}>
        {types.length > 1 && (
          <FilterSelect
            of={filters}
            name="jenis"
            label="Jenis laporan"
            none="Semua jenis"
            options={types.map(one => ({ value: one, label: one.toUpperCase() }))}
          />
        )}
        <OfficeFilter of={filters} />
        <ClearFilters of={filters} />
        <p className={styles.keys}>
          Tombol j dan k berpindah, Enter membuka, w menyiapkan pesan, i mengingatkan, p memperpanjang.
        </p>
      </section>
      {cockpitLists.map(list => (
        <CockpitPart
          key={`${list} ${JSON.stringify(wish)}`}
          list={list}
          wish={wish}
          others={list === 'waiting' ? ofRegion : []}
        />
      ))}
    </div>
  )
}
