import { type RefObject, useEffect } from 'react'
import { segmentsOf } from '#sheet/answers/cells.ts'
import type { ViewStore } from './model/viewStore.ts'

/** The focused or pressed row becomes the current one. In a combobox Alt with an arrow opens it and nothing else. */
export function useRowInHand(form: RefObject<HTMLElement | null>, view: ViewStore): void {
  useEffect(() => {
    const element = form.current
    if (!element) return
    const take = (event: Event) => {
      if (!(event.target instanceof Element)) return
      const row = event.target.closest<HTMLElement>('[data-row]')?.dataset.row
      if (row === undefined) return
      const { id } = event.target
      const field = id.startsWith(`${row}/`) ? segmentsOf(id).field?.split(':')[0] : undefined
      view.take({ ...segmentsOf(row), field })
    }
    const keep = (event: KeyboardEvent) => {
      if (event.altKey && event.target instanceof HTMLSelectElement) event.stopPropagation()
    }
    element.addEventListener('focusin', take)
    element.addEventListener('pointerdown', take)
    element.addEventListener('keydown', keep)
    return () => {
      element.removeEventListener('focusin', take)
      element.removeEventListener('pointerdown', take)
      element.removeEventListener('keydown', keep)
    }
  }, [form, view])
}
