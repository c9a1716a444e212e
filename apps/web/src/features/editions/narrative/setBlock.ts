import { Fragment, type Node } from 'prosemirror-model'
import { type Command, TextSelection, type Transaction } from 'prosemirror-state'
import { documentSchema, type List, lists, type TextBlock } from './documentSchema.ts'

const { nodes } = documentSchema
const isList = (node: Node) => lists.some(name => node.type === nodes[name])

/** A text and what it is in: a block, or an item of a list; `at`: where its content begins. */
interface Unit {
  node: Node
  list: Node | null
  at: number
}

/** The texts of the top-level blocks that the selection touches, and where these begin and end. */
function touchedBy({ doc, selection }: Transaction): { units: Unit[]; from: number; to: number } {
  const first = selection.$from.index(0)
  const last = selection.$to.index(0)
  const units: Unit[] = []
  let at = 0
  let from = 0
  doc.forEach((node, offset, index) => {
    if (index < first || index > last) return
    if (index === first) from = offset
    at = offset + node.nodeSize
    if (!isList(node)) units.push({ node, list: null, at: offset + 1 })
    else
      node.forEach((item, inside) => {
        units.push({ node: item, list: node, at: offset + inside + 2 })
      })
  })
  return { units, from, to: at }
}

/** Makes paragraphs, headings, quotes or a list of the selected texts; only the selected items of a list change. */
export const setBlock =
  (kind: TextBlock | List): Command =>
  (state, dispatch) => {
    const { tr } = state
    const { units, from, to } = touchedBy(tr)
    if (units.some(({ node }) => !node.isTextblock)) return false
    const { selection } = tr
    const isTouched = ({ node, at }: Unit) => at + node.content.size >= selection.from && at <= selection.to
    const made: Node[] = []
    /** Where the content of a unit begins in what is made. */
    const places = new Map<Unit, number>()
    let size = 0
    let open: { kind: List; items: Node[] } | null = null
    const close = () => {
      if (open) made.push(nodes[open.kind].create(null, open.items))
      if (open) size += 2
      open = null
    }
    const join = (name: List, unit: Unit) => {
      if (open?.kind !== name) close()
      open ??= { kind: name, items: [] }
      places.set(unit, size + 2)
      open.items.push(nodes.item.create(null, unit.node.content))
      size += unit.node.content.size + 2
    }
    for (const unit of units) {
      const wanted = isTouched(unit) ? kind : ((unit.list?.type.name ?? unit.node.type.name) as TextBlock | List)
      if (wanted === 'bullets' || wanted === 'numbers') join(wanted, unit)
      else {
        close()
        places.set(unit, size + 1)
        made.push(nodes[wanted].create(null, unit.node.content))
        size += unit.node.content.size + 2
      }
    }
    close()
    if (!dispatch) return true
    const moved = (position: number): number => {
      const unit = units.find(({ node, at }) => position >= at && position <= at + node.content.size)
      return unit ? from + (places.get(unit) ?? 1) + position - unit.at : from + 1
    }
    tr.replaceWith(from, to, Fragment.from(made))
    const [anchor, head] = [moved(selection.anchor), moved(selection.head)]
    dispatch(tr.setSelection(TextSelection.create(tr.doc, anchor, head)).scrollIntoView())
    return true
  }

/** What the selection is in. */
export function blockAt({ doc, selection }: { doc: Node; selection: Transaction['selection'] }): string {
  return doc.maybeChild(selection.$from.index(0))?.type.name ?? 'paragraph'
}

/** Enter in an empty item, or Backspace at the beginning of one, ends the list there. */
export const leaveList =
  (key: 'Enter' | 'Backspace'): Command =>
  (state, dispatch) => {
    const { $from, empty } = state.selection
    const leaves = key === 'Enter' ? $from.parent.content.size === 0 : $from.parentOffset === 0
    if (!empty || $from.parent.type !== nodes.item || !leaves) return false
    return setBlock('paragraph')(state, dispatch)
  }
