import type { NarrativeBlock } from '@sepakat/rules/editions/Narrative.ts'
import type { EditorView } from 'prosemirror-view'
import { type CSSProperties, useCallback, useEffect, useId, useReducer, useRef, useState } from 'react'
import { announce } from '#ui/announce.ts'
import { chipOfFound, putBlock, putChip } from './editing.ts'
import { FigureOption } from './FigureOption.tsx'
import { foundNote } from './figureWords.ts'
import type { ListOption } from './SeekList.tsx'
import { closeSeek, type Seek } from './seekPlugin.ts'
import { type Find, useFound } from './useFound.ts'

export type PutChoice = Extract<NarrativeBlock, { block: 'table' | 'chart' }> & { title: string }

const putWords = { table: 'Tabel', chart: 'Grafik' }
export const putName = ({ block, title }: PutChoice): string => `${putWords[block]}: ${title}`

/** The list of what can be put in where the caret is, while something is sought there. */
export function useSeek(view: EditorView | null, find: Find, blocks: readonly PutChoice[]) {
  const id = useId()
  const [seek, setSeek] = useState<Seek | null>(null)
  const [active, setActive] = useState(0)
  const { figures, state } = useFound(seek?.sign === '@' ? seek.words : null, find)
  const words = seek?.sign === '/' ? seek.words.toLowerCase() : null
  const puts = words === null ? [] : blocks.filter(one => putName(one).toLowerCase().includes(words))
  const options: ListOption[] =
    words === null
      ? figures.map(figure => ({ id: JSON.stringify(figure.ref), shown: <FigureOption of={figure} /> }))
      : puts.map(one => ({ id: `${one.block} ${one.of}`, shown: putName(one) }))

  const onSeek = useCallback((next: Seek | null) => {
    setSeek(next)
    setActive(0)
  }, [])
  useEffect(() => {
    if (seek && state !== 'seeking')
      announce(options.length === 0 ? 'Tidak ada pilihan.' : `${options.length} pilihan.`)
  }, [seek, state, options.length])

  const choose = (index: number): void => {
    const [figure, put] = [figures[index], puts[index]]
    if (!view || !seek) return
    if (seek.sign === '@' && figure) putChip(view, chipOfFound(figure), seek)
    if (seek.sign === '/' && put) putBlock(view, { block: put.block, of: put.of })
    closeSeek(view)
  }
  const keys = useRef<(event: KeyboardEvent) => boolean>(() => false)
  keys.current = ({ key }) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    if (options.length === 0) return false
    if (step !== undefined) setActive(at => (at + step + options.length) % options.length)
    else if (key === 'Enter' || key === 'Tab') choose(active)
    else return false
    return true
  }
  const onKey = useCallback((event: KeyboardEvent) => keys.current(event), [])

  useEffect(() => {
    // what is active is said of the text, which has the focus
    const dom = view?.dom
    if (!dom || !seek || options.length === 0) return
    dom.setAttribute('aria-controls', id)
    dom.setAttribute('aria-activedescendant', `${id}-${active}`)
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [view, seek, options.length, id, active])

  const [, follow] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    if (!seek) return
    const ways = ['scroll', 'resize'] as const
    for (const way of ways) addEventListener(way, follow, true)
    return () => {
      for (const way of ways) removeEventListener(way, follow, true)
    }
  }, [seek])

  const list = seek &&
    view && {
      id,
      label: seek.sign === '@' ? 'Angka' : 'Tabel dan grafik',
      options,
      active,
      note: seek.sign === '@' ? foundNote(figures.length, state) : puts.length === 0 ? 'Tidak ada yang cocok.' : null,
      place: placeBelow(view, seek.from),
      onChoose: choose,
    }
  return { list, told: { onSeek, onKey } }
}

const width = 460
const height = 320

/** Below the sign, or above it where there is no room; inside the window. */
function placeBelow(view: EditorView, at: number): CSSProperties {
  const { top, bottom, left } = view.coordsAtPos(at)
  const seen = window.visualViewport?.height ?? window.innerHeight
  const x = Math.max(16, Math.min(left, window.innerWidth - width - 16))
  return bottom + height > seen && top > seen / 2
    ? { left: x, bottom: window.innerHeight - top + 4 }
    : { left: x, top: bottom + 4 }
}
