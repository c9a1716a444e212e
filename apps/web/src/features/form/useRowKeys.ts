import { type RefObject, useEffect, useRef } from 'react'
import { useKeys } from '#ui/keys.ts'

const fields = ':is(input, select, textarea)[id^="/"]'
const steps: Record<string, 1 | -1 | undefined> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

const toolsOf = (row: Element): HTMLElement[] =>
  [...row.querySelectorAll<HTMLElement>('[data-tool]')].filter(tool => tool.closest('[data-row]') === row)

/**
 * Tab goes from field to field. The tools of a row (details, notes, evidence, menu, derivations) are behind one key, the arrows go
 * on to the others, Escape goes back. Enter in a line of text goes to the next field, as the key of a phone says.
 */
export function useRowKeys(form: RefObject<HTMLElement | null>): void {
  const from = useRef<HTMLElement | null>(null)
  useKeys([
    {
      keys: 'Alt+Enter',
      label: 'Tindakan pada baris ini; panah berpindah, Esc kembali',
      run: () => {
        const here = document.activeElement
        const row = here?.closest('[data-row]')
        if (!row || !(here instanceof HTMLElement)) return
        if (here.dataset.tool === undefined) from.current = here
        toolsOf(row)[0]?.focus()
      },
    },
  ])
  useEffect(() => {
    const element = form.current
    const onKeyDown = (event: KeyboardEvent) => {
      const here = event.target
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return
      if (!(here instanceof HTMLElement)) return
      const next =
        here.dataset.tool === undefined ? fieldAfter(element, here, event) : toolAfter(here, event, from.current)
      if (!next) return
      event.preventDefault()
      next.focus()
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [form])
}

function toolAfter(
  tool: HTMLElement,
  { key }: KeyboardEvent,
  from: HTMLElement | null,
): HTMLElement | null | undefined {
  const row = tool.closest('[data-row]')
  const step = steps[key]
  if (key === 'Escape') return from?.isConnected && row?.contains(from) ? from : row?.querySelector<HTMLElement>(fields)
  if (!row || step === undefined) return null
  const all = toolsOf(row)
  return all[(all.indexOf(tool) + step + all.length) % all.length]
}

/** Tables have their own way: to the next row. A text of several lines keeps Enter. */
function fieldAfter(
  form: HTMLElement | null,
  field: HTMLElement,
  { key, shiftKey }: KeyboardEvent,
): HTMLElement | null {
  if (key !== 'Enter' || !field.matches('input[id^="/"]:not([type=checkbox])') || field.closest('table')) return null
  const all = [...(form?.querySelectorAll<HTMLElement>(fields) ?? [])].filter(one => one.getClientRects().length > 0)
  return all[all.indexOf(field) + (shiftKey ? -1 : 1)] ?? null
}
