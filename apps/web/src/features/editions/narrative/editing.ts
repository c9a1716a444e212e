import type { FigureRef, NarrativeBlock } from '@sepakat/rules/editions/Narrative.ts'
import { NodeSelection, TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { documentSchema } from './documentSchema.ts'
import { pieceNode } from './narrativeDoc.ts'
import { chipOf, chipsIn } from './placesIn.ts'
import { type Chip, chipKey, type FoundFigure, type Says } from './Says.ts'

const { nodes } = documentSchema

/** A figure as it is put in: what it says now is what was seen. */
export const chipOfFound = ({ ref, said }: FoundFigure): Chip => ({ piece: 'figure', of: ref, seen: said })

/** Puts a chip in place of a part of the text, and the caret after it. */
export function putChip(view: EditorView, chip: Chip, { from, to }: { from: number; to: number }): void {
  const tr = view.state.tr.replaceWith(from, to, pieceNode(chip))
  const after = from + 1
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, after)).scrollIntoView())
  view.focus()
}

/** Puts a table or chart after the block of the caret, in place of it where nothing is in it; the caret goes on below. */
export function putBlock(view: EditorView, data: Extract<NarrativeBlock, { block: 'table' | 'chart' }>): void {
  const { $from } = view.state.selection
  const at = $from.index(0)
  const block = view.state.doc.child(at)
  const start = $from.depth > 0 ? $from.before(1) : $from.pos
  const text = block.textContent
  const isBlank = block.isTextblock && block.content.size === text.length && (text === '' || text.startsWith('/'))
  const tr = isBlank
    ? view.state.tr.replaceWith(start, start + block.nodeSize, nodes.put.create({ data }))
    : view.state.tr.insert(start + block.nodeSize, nodes.put.create({ data }))
  const after = isBlank ? start + 1 : start + block.nodeSize + 1
  if (!tr.doc.resolve(after).nodeAfter?.isTextblock) tr.insert(after, nodes.paragraph.create())
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView())
  view.focus()
}

/** Types `@` at the caret, so that the list of figures opens. */
export function startSeek(view: EditorView): void {
  const { $from, from, to } = view.state.selection
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset)
  view.focus()
  if ($from.parent.isTextblock) view.dispatch(view.state.tr.insertText(/\S/.test(before) ? ' @' : '@', from, to))
}

/** Replaces what a chip is; with null it goes. */
export function changeChip(view: EditorView, at: number, chip: Chip | null): void {
  const { tr } = view.state
  if (chip === null) view.dispatch(tr.delete(at, at + 1))
  else view.dispatch(tr.setNodeMarkup(at, nodes[chip.piece], { data: chip }))
}

export function selectAt(view: EditorView, from: number, to = from): void {
  const { doc, tr } = view.state
  const isChip = from === to && chipOf(doc.nodeAt(from))
  const selection = isChip ? NodeSelection.create(doc, from) : TextSelection.create(doc, from, to)
  view.dispatch(tr.setSelection(selection).scrollIntoView())
  view.focus()
}

/** Sets what the chips were seen saying to what they say now: of all, or of those that were never seen. */
export function markSeen(view: EditorView, says: Says, which: 'all' | 'new' | number): void {
  const { tr } = view.state
  for (const { at, chip } of chipsIn(tr.doc)) {
    const said = says.get(chipKey(chip))?.said
    const isMeant = which === 'all' || which === at || (which === 'new' && chip.seen === undefined)
    if (said !== undefined && said !== chip.seen && isMeant) seeAs(tr, at, { ...chip, seen: said })
  }
  if (tr.docChanged) view.dispatch(which === 'new' ? tr.setMeta('addToHistory', false) : tr)
}
const seeAs = (tr: Transaction, at: number, chip: Chip) => tr.setNodeMarkup(at, null, { data: chip })

/** The figure nearest before the caret, which a word of direction is most likely about. */
export function figureBefore({ state }: EditorView): FigureRef | null {
  const before = chipsIn(state.doc).filter(({ at, chip }) => at < state.selection.to && chip.piece === 'figure')
  return before.at(-1)?.chip.of ?? null
}
