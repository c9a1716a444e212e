import type { ReactNode } from 'react'
import { ClearFilters } from './ClearFilters.tsx'
import styles from './FilterBar.module.css'
import { FilterSearch } from './FilterFields.tsx'
import type { UrlFilters } from './useUrlFilters.ts'

export interface FilterBarProps<K extends string> {
  /** Accessible name: "Saring laporan". */
  label: string
  /** The filters' values, stored in the address. */
  of: UrlFilters<K>
  /** The label of the search, which is the filter `q`; without it there is none. */
  search?: string
  /** `FilterSelect` and the like; `FilterToggles` for checkboxes. */
  children?: ReactNode
}

/** The filters of a list. */
export function FilterBar<K extends string>({ label, of, search, children }: FilterBarProps<K>) {
  return (
    <section className={styles.bar} aria-label={label} tabIndex={-1}>
      {search && <FilterSearch of={of as UrlFilters<'q'>} name="q" label={search} />}
      {children}
      {of.any && (
        <span className={styles.clear}>
          <ClearFilters of={of} />
        </span>
      )}
    </section>
  )
}
