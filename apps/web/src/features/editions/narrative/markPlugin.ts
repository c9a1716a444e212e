import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import styles from './Narrative.module.css'
import { placesIn } from './placesIn.ts'
import type { SaidText } from './Says.ts'

type Mark = SaidText['marks'][number]
const markKey = new PluginKey<DecorationSet>('marks')

/** A number typed by hand that equals no figure, where it is now. */
export interface TypedNumber {
  text: string
  from: number
  to: number
}

/** Underlines typed numbers that equal no figure. They move along with what is typed, and go with a change inside. */
export const markPlugin = () =>
  new Plugin<DecorationSet>({
    key: markKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, before) => (tr.getMeta(markKey) as DecorationSet | undefined) ?? before.map(tr.mapping, tr.doc),
    },
    props: { decorations: state => markKey.getState(state) },
  })

/** Shows the marks of the document as it is. */
export function setMarks(view: EditorView, marks: readonly Mark[]): void {
  const { doc, tr } = view.state
  const at = placesIn(doc)
  const shown = marks.flatMap(mark => {
    const start = at(mark)
    if (start === undefined) return []
    return [Decoration.inline(start + mark.from, start + mark.to, { class: styles.unfounded ?? '' })]
  })
  view.dispatch(tr.setMeta(markKey, DecorationSet.create(doc, shown)).setMeta('addToHistory', false))
}

export const typedNumbersOf = ({ state }: EditorView): TypedNumber[] =>
  (markKey.getState(state)?.find() ?? []).map(({ from, to }) => ({ text: state.doc.textBetween(from, to), from, to }))
