import type { Block, Row } from '@sepakat/rules'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import {
  type RefObject,
  startTransition,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useForm } from '../../FormContext.ts'
import { usePrinting } from './usePrinting.ts'

/** Up to this many rows are all rendered: find, print and Tab order then need nothing of us. */
export const allDrawn = 60

const noMeasure = () => {}

/** A row to draw; in a table over levels with its block, and how deep it is. */
interface Line {
  row: Row
  block?: Block
  depth?: number
  open?: boolean | null
}

interface VirtualRows {
  list: RefObject<HTMLElement | null>
  drawn: (Line & { index: number })[]
  /** Of all of them. */
  count: number
  /** Overscan in pixels, above and below. */
  before: number
  after: number
  measure: (element: Element | null) => void
}

/**
 * The rows of a long block near the screen. The focused row is always rendered, so that Tab goes on from it; printing
 * renders all; `view.reveal` scrolls a row into view from anywhere. `all`: with those that are folded away, so that unfolding
 * some does not render the others again.
 */
export function useVirtualRows(rows: readonly Line[], estimate: number, all = rows.length): VirtualRows {
  const { view } = useForm()
  const list = useRef<HTMLElement>(null)
  const printing = usePrinting()
  const [offset, setOffset] = useState(0)
  const grown = useGrowing(rows.length)
  const active = all > allDrawn && !printing
  const focused = useRef(-1)

  const virtual = useWindowVirtualizer({
    enabled: active,
    count: rows.length,
    estimateSize: () => estimate,
    overscan: 4,
    // a keystroke is painted before the rows that scroll in with it
    useFlushSync: false,
    scrollMargin: offset,
    getItemKey: index => rows[index]?.row.id ?? index,
    rangeExtractor: useCallback((range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const shown = defaultRangeExtractor(range)
      const at = focused.current
      if (at < 0 || at >= range.count || shown.includes(at)) return shown
      return [...shown, at].sort((a, b) => a - b)
    }, []),
  })

  useLayoutEffect(() => {
    if (active && list.current) setOffset(list.current.getBoundingClientRect().top + window.scrollY)
  }, [active])
  useEffect(() => {
    const element = list.current
    if (!active || !element) return
    const keep = (event: FocusEvent) => {
      const drawn = event.target instanceof Element ? event.target.closest('[data-index]') : null
      focused.current = drawn ? Number(drawn.getAttribute('data-index')) : -1
    }
    element.addEventListener('focusin', keep)
    return () => element.removeEventListener('focusin', keep)
  }, [active])
  useEffect(() => {
    if (!active) return
    const stops = rows.map(({ row }, index) =>
      view.on(`reveal ${rowAt(row)}`, () => virtual.scrollToIndex(index, { align: 'center' })),
    )
    return () => {
      for (const stop of stops) stop()
    }
  }, [active, rows, view, virtual])

  // rows that scroll in are drawn in slices, between which the next key is painted
  const near = useDeferredValue(virtual.getVirtualItems())
  if (!active) {
    const drawn = rows.slice(0, printing ? rows.length : grown).map((line, index) => ({ ...line, index }))
    return { list, drawn, count: rows.length, before: 0, after: 0, measure: noMeasure }
  }
  const first = near[0]
  const last = near.at(-1)
  return {
    list,
    drawn: near.flatMap(({ index }) => {
      const line = rows[index]
      return line ? [{ ...line, index }] : []
    }),
    count: rows.length,
    before: first ? first.start - offset : 0,
    // after a filter those of before are drawn for a moment, which end further down
    after: last ? Math.max(0, virtual.getTotalSize() - (last.end - offset)) : 0,
    measure: virtual.measureElement,
  }
}

/** Rows rendered at first, and then per slice: a press or key never waits for more than these. */
const atOnce = 12

/** How many rows of a block are rendered yet; later additions, such as by the user, are rendered at once. */
function useGrowing(all: number): number {
  const [drawn, setDrawn] = useState(() => (all > atOnce ? atOnce : Number.POSITIVE_INFINITY))
  useEffect(() => {
    if (drawn === Number.POSITIVE_INFINITY) return
    const next = drawn + atOnce
    startTransition(() => setDrawn(next < all ? next : Number.POSITIVE_INFINITY))
  }, [drawn, all])
  return drawn
}
