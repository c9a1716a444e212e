import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/** What is being sought: the sign, what is typed after it, and where both are in the document. */
export interface Seek {
  sign: '@' | '/'
  words: string
  from: number
  to: number
}
interface Seeking {
  seek: Seek | null
  /** Where Escape closed the list: it opens at another sign only. */
  closed: number | null
}
export const seekKey = new PluginKey<Seeking>('seek')

/** Longer than the name of any figure. */
const longest = 60

/**
 * `@` after a blank or at the beginning seeks a figure, until a choice, Escape or another line; `/` in an empty paragraph
 * seeks a table or a chart.
 */
function seekAt(state: EditorState): Seek | null {
  const { $from, empty } = state.selection
  if (!empty || !$from.parent.isTextblock) return null
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '￼')
  const found = /(?:^|[\s(￼])@([^@￼]*)$/.exec(before) ?? /^\/([^/￼]*)$/.exec(before)
  const words = found?.[1]
  if (words === undefined || words.length > longest || / {2}|^\s/.test(words)) return null
  const sign = before.at(-words.length - 1) === '/' ? '/' : '@'
  if (sign === '/' && $from.parent.type.name !== 'paragraph') return null
  return { sign, words, from: $from.pos - words.length - 1, to: $from.pos }
}

/** Keys of the list go to `onKey` while it is open. `onSeek` is told what is sought, null once nothing is. */
export const seekPlugin = (told: { onSeek: (seek: Seek | null) => void; onKey: (event: KeyboardEvent) => boolean }) =>
  new Plugin<Seeking>({
    key: seekKey,
    state: {
      init: () => ({ seek: null, closed: null }),
      apply(tr, before, _, state) {
        const close = tr.getMeta(seekKey) === 'close'
        const closed = close
          ? (before.seek?.from ?? null)
          : before.closed === null
            ? null
            : tr.mapping.map(before.closed)
        // a list opens by typing; that the caret comes beside an old sign does not
        const seek = tr.docChanged || before.seek ? seekAt(state) : null
        return seek && seek.from !== closed ? { seek, closed: null } : { seek: null, closed: seek ? closed : null }
      },
    },
    props: {
      handleKeyDown(view, event) {
        if (!seekKey.getState(view.state)?.seek) return false
        if (event.key === 'Escape') {
          closeSeek(view)
          return true
        }
        return told.onKey(event)
      },
      handleDOMEvents: {
        blur: view => {
          closeSeek(view)
          return false
        },
      },
    },
    view: () => ({
      update(view, before) {
        const seek = seekKey.getState(view.state)?.seek ?? null
        if (seek !== (seekKey.getState(before)?.seek ?? null)) told.onSeek(seek)
      },
    }),
  })

export function closeSeek(view: EditorView): void {
  if (seekKey.getState(view.state)?.seek) view.dispatch(view.state.tr.setMeta(seekKey, 'close'))
}
