import { rowKey, rowOfAnchor } from '#sheet/answers/cells.ts'
import { isOwed } from '#sheet/answers/evaluated.ts'
import { useForm, useView } from '../FormContext.ts'
import type { Filter } from '../model/viewStore.ts'

/**
 * Shows only the rows in which something is missing or wrong, as of when the filter was set, so that a row does not vanish
 * while it is being filled in.
 */
export function useFilter(): [Filter, (filter: Filter) => void] {
  const { store, view, paths } = useForm()
  const filter = useView('filter')
  function setFilter(next: Filter): void {
    if (next === 'all') {
      view.set({ filter: next, shown: null })
      return
    }
    store.evaluateNow()
    const levels = next === 'empty' ? ['empty'] : ['wrong', 'explain']
    const shown = new Set<string>()
    for (const finding of store.evaluated().findings) {
      const row = rowOfAnchor(finding.at)
      if (!row || !levels.includes(finding.level) || !isOwed(finding)) continue
      const key = rowKey(row)
      shown.add(key)
      for (const above of paths().get(key)?.above ?? []) shown.add(above)
    }
    const current = view.get().section
    const has = [...shown].some(key => paths().get(key)?.section === current)
    const first = [...paths()].find(([key]) => shown.has(key))?.[1].section
    view.set({ filter: next, shown, section: has || first === undefined ? current : first })
  }
  return [filter, setFilter]
}
