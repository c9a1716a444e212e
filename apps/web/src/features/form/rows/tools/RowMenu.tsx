import type { Block, Row } from '@sepakat/rules'
import { cellAt } from '@sepakat/rules/pointers/pointer.ts'
import { stateLabels } from '@sepakat/rules/saving/kindShape.ts'
import { useState } from 'react'
import { rowKey } from '#sheet/answers/cells.ts'
import { late } from '#ui/late.tsx'
import { Menu, type MenuItem } from '#ui/Menu.tsx'
import { useDeclare } from '../../cells/useDeclare.ts'
import { useBeside, useForm, useRowWritable, useWritable } from '../../FormContext.ts'
import { useTool } from '../../useTool.ts'
import { addTo, useItems } from '../items/useItems.ts'
import { useDeclared } from '../StateField.tsx'
import { useRowDetails } from '../useRowDetails.ts'

const RemoveNoted = late(async () => (await import('../items/RemoveNoted.tsx')).RemoveNoted)

/** The actions on a row behind one button. `brief`: with its state and details too, where there is no other room. */
export function RowMenu({ block, row, name, brief }: { block: Block; row: Row; name: string; brief: boolean }) {
  const details = useRowDetails(row)
  const tool = useTool(row)
  const states = useStates(row)
  const items = useItems(block)
  const openNotes = useOpenNotes(row)
  const [asked, setAsked] = useState<ReturnType<typeof openNotes> | null>(null)
  const remove = () => {
    setAsked(null)
    items.remove(row, name)
  }
  const moves = useMoves(block, row, () => {
    const notes = openNotes()
    if (notes.length > 0) setAsked(notes)
    else remove()
  })
  const about: MenuItem = {
    id: 'about',
    label: 'Rincian dan bukti dukung',
    icon: 'info',
    onSelect: () => details(null),
  }
  const adds = useAdds(row)
  const lines = brief ? [about, ...states, ...adds, ...moves] : moves
  if (lines.length === 0) return null
  const anchor = brief && row.states.length > 0 ? { id: cellAt(row, 'state') } : {}
  return (
    <>
      <Menu {...tool} small kind="quiet" label={`Tindakan untuk ${name}`} items={lines} {...anchor} />
      {asked && <RemoveNoted name={name} notes={asked} onClose={() => setAsked(null)} onRemove={remove} />}
    </>
  )
}

/** The open notes on a row and its children, which would go with it. */
function useOpenNotes({ table, id }: Row) {
  const { store } = useForm()
  const { notes } = useBeside()
  return () =>
    store.cells
      .branch({ table, row: id })
      .flatMap(ref => notes.get(rowKey(ref)) ?? [])
      .filter(({ status }) => status === 'open')
}

/** The states the row may be declared to be in, or the way back from one. */
function useStates(row: Row): MenuItem[] {
  const declared = useDeclared(row)
  const declare = useDeclare(row)
  const writable = useWritable(cellAt(row, 'state'))
  if (!writable) return []
  const others = row.states
    .filter(state => state !== declared)
    .map((state): MenuItem => {
      const label = `Nyatakan ${stateLabels[state].toLowerCase()}`
      return { id: state, label, icon: 'circle', onSelect: () => declare(state) }
    })
  if (declared === null) return others
  return [{ id: 'filled', label: 'Isi seperti biasa', icon: 'pencil', onSelect: () => declare(null) }, ...others]
}

/** In a table over levels: adding to the lists under the row, whose rows are lines too. */
function useAdds(row: Row): MenuItem[] {
  const { kind, store, view, go } = useForm()
  const writable = useRowWritable(row.table, row.id)
  const { tree } = kind
  if (!tree?.tables.includes(row.table) || !writable) return []
  return row.blocks
    .filter(({ table, item, head }) => {
      const declared = head && store.cell(`/${table}/${head.id}/state`) !== undefined
      return tree.tables.includes(table) && item && !declared
    })
    .map(block => ({
      id: `add ${block.table}`,
      label: `Tambah ${block.title.toLowerCase()}`,
      icon: 'plus',
      onSelect: () => addTo({ kind, store, view, go }, block),
    }))
}

/** Order and removal of a row that users added; dragging does the same. */
function useMoves(block: Block, row: Row, onRemove: () => void): MenuItem[] {
  const items = useItems(block)
  const writable = useRowWritable(row.table, row.id)
  if (!block.item || !writable) return []
  const at = items.indexOf(row.id)
  const up: MenuItem = { id: 'up', label: 'Naikkan', icon: 'chevron-up', onSelect: () => items.move(row.id, at - 1) }
  const down: MenuItem = {
    id: 'down',
    label: 'Turunkan',
    icon: 'chevron-down',
    onSelect: () => items.move(row.id, at + 1),
  }
  const remove: MenuItem = {
    id: 'remove',
    label: 'Hapus',
    icon: 'trash',
    danger: true,
    onSelect: onRemove,
  }
  return [...(at > 0 ? [up] : []), ...(at < items.count - 1 ? [down] : []), remove]
}
