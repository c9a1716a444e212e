import type { Narrative } from '@sepakat/rules/editions/Narrative.ts'
import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands'
import { gapCursor } from 'prosemirror-gapcursor'
import { history, redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { type Command, EditorState, NodeSelection } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { useEffect, useRef, useState } from 'react'
import { documentSchema } from './documentSchema.ts'
import { markPlugin } from './markPlugin.ts'
import { docOf } from './narrativeDoc.ts'
import { pastedHtml } from './pastedHtml.ts'
import { chipOf } from './placesIn.ts'
import { type Seek, seekPlugin } from './seekPlugin.ts'
import { leaveList, setBlock } from './setBlock.ts'

interface Told {
  onSeek: (seek: Seek | null) => void
  onKey: (event: KeyboardEvent) => boolean
  /** Enter on a chip. */
  onOpen: (at: number) => void
}

/** The editor of a narrative in `host`, and its state after each change. */
export function useNarrativeView(initial: Narrative, attributes: Record<string, string>, told: Told) {
  const host = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<EditorView | null>(null)
  const [state, setState] = useState<EditorState | null>(null)
  const first = useRef({ initial, attributes })
  const latest = useRef(told)
  latest.current = told

  useEffect(() => {
    if (!host.current) return
    const made: EditorView = new EditorView(host.current, {
      state: EditorState.create({ doc: docOf(first.current.initial), plugins: pluginsOf(latest) }),
      attributes: { role: 'textbox', 'aria-multiline': 'true', ...first.current.attributes },
      transformPastedHTML: pastedHtml,
      dispatchTransaction(tr) {
        made.updateState(made.state.apply(tr))
        setState(made.state)
      },
    })
    setView(made)
    setState(made.state)
    return () => made.destroy()
  }, [])
  return { host, view, state }
}

const pluginsOf = (told: { current: Told }) => [
  seekPlugin({ onSeek: seek => told.current.onSeek(seek), onKey: event => told.current.onKey(event) }),
  history(),
  keymap({
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    'Mod-b': toggleMark(documentSchema.marks.bold),
    'Mod-i': toggleMark(documentSchema.marks.italic),
    'Mod-Alt-0': setBlock('paragraph'),
    'Mod-Alt-1': setBlock('heading'),
    'Mod-Alt-2': setBlock('quote'),
    'Mod-Alt-3': setBlock('bullets'),
    'Mod-Alt-4': setBlock('numbers'),
    Enter: chainCommands(
      openChip(at => told.current.onOpen(at)),
      leaveList('Enter'),
    ),
    Backspace: leaveList('Backspace'),
  }),
  keymap(baseKeymap),
  gapCursor(),
  markPlugin(),
]

const openChip =
  (open: (at: number) => void): Command =>
  ({ selection }, dispatch) => {
    if (!(selection instanceof NodeSelection) || !chipOf(selection.node)) return false
    if (dispatch) open(selection.from)
    return true
  }
