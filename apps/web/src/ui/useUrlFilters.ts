import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'

export interface UrlFilters<K extends string> {
  /** The parameters in the address; an absent filter is ''. */
  values: Record<K, string>
  /** Replaces the address, so that Back leaves the list instead of undoing keystrokes. */
  set: (changes: Partial<Record<K, string>>) => void
  clear: () => void
  /** How often they were cleared: what is still being typed into a search goes too. */
  clears: number
  /** Whether any differs from its default. */
  any: boolean
}

/** Filters of a list that are stored in the address: a link, a reload and Back show the same list. */
export function useUrlFilters<K extends string>(
  keys: readonly K[],
  defaults: Partial<Record<K, string>> = {},
): UrlFilters<K> {
  const [search, setSearch] = useSearchParams()
  const text = search.toString()
  // The address follows a press later, and the router keeps no queue: several changes of one press build on each other here.
  const latest = useRef(text)
  useEffect(() => {
    latest.current = text
  }, [text])
  const [clears, setClears] = useState(0)
  const fixed = keys.join()
  const fallback = JSON.stringify(defaults)
  const values = useMemo(() => {
    const given = new URLSearchParams(text)
    const byDefault = JSON.parse(fallback) as Partial<Record<K, string>>
    return Object.fromEntries((fixed.split(',') as K[]).map(k => [k, given.get(k) ?? byDefault[k] ?? ''])) as Record<
      K,
      string
    >
  }, [text, fixed, fallback])
  const set = useCallback(
    (changes: Partial<Record<K, string>>) => {
      const next = new URLSearchParams(latest.current)
      const byDefault = JSON.parse(fallback) as Partial<Record<string, string>>
      for (const [key, value] of Object.entries<string | undefined>(changes)) {
        if (value === undefined || value === (byDefault[key] ?? '')) next.delete(key)
        else next.set(key, value)
      }
      latest.current = next.toString()
      setSearch(next, { replace: true, preventScrollReset: true })
    },
    [setSearch, fallback],
  )
  const clear = useCallback(() => {
    latest.current = ''
    setClears(n => n + 1)
    setSearch({}, { replace: true })
  }, [setSearch])
  return { values, set, clear, clears, any: (fixed.split(',') as K[]).some(k => search.has(k)) }
}
