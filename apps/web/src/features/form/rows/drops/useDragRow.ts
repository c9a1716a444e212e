import type { Block } from '@sepakat/rules'
import { type DragEvent, useState } from 'react'
import { useItems } from '../items/useItems.ts'

/** The row being dragged, if any: browsers do not tell the target before the drop. */
let dragged: { list: string; row: string } | null = null

const listOf = ({ table, under }: Block): string => `${table}/${under ?? ''}`

/** What makes an element the handle by which a row is dragged. */
export const dragHandle = (block: Block, row: string) => ({
  draggable: true,
  onDragStart(event: DragEvent<HTMLElement>) {
    dragged = { list: listOf(block), row }
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', '')
  },
  onDragEnd() {
    dragged = null
  },
})

/** Lets a row of a list be dragged to another place in it. `over`: the drop position, for drawing. */
export function useDragRow(block: Block, row: string) {
  const items = useItems(block)
  const [over, setOver] = useState<'above' | 'below' | null>(null)
  const list = listOf(block)
  const isMine = () => dragged !== null && dragged.list === list && dragged.row !== row

  const side = (event: DragEvent<HTMLElement>): 'above' | 'below' => {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    return event.clientY < top + height / 2 ? 'above' : 'below'
  }
  return {
    over,
    target: {
      onDragOver(event: DragEvent<HTMLElement>) {
        if (!isMine()) return
        event.preventDefault()
        event.stopPropagation()
        setOver(side(event))
      },
      onDragLeave() {
        setOver(null)
      },
      onDrop(event: DragEvent<HTMLElement>) {
        setOver(null)
        if (!dragged || !isMine()) return
        event.preventDefault()
        event.stopPropagation()
        const [from, to] = [items.indexOf(dragged.row), items.indexOf(row)]
        const after = side(event) === 'below' ? 1 : 0
        items.move(dragged.row, to + after - (from < to ? 1 : 0))
        dragged = null
      },
    },
  }
}
