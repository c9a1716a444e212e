import { toggleMark } from 'prosemirror-commands'
import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import type { Command, EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { Button } from '#ui/Button.tsx'
import { Menu } from '#ui/Menu.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { documentSchema, type List, type TextBlock } from './documentSchema.ts'
import { putBlock, startSeek } from './editing.ts'
import styles from './Narrative.module.css'
import { blockAt, setBlock } from './setBlock.ts'
import { type PutChoice, putName } from './useSeek.tsx'

const kinds: { value: TextBlock | List; label: string }[] = [
  { value: 'paragraph', label: 'Paragraf' },
  { value: 'heading', label: 'Subjudul' },
  { value: 'bullets', label: 'Butir' },
  { value: 'numbers', label: 'Bernomor' },
  { value: 'quote', label: 'Kutipan' },
]
const { marks } = documentSchema

/** What can be done with the text: its styles, and what is put into it. */
export function Tools({
  view,
  state,
  blocks,
  onDirection,
}: {
  view: EditorView
  state: EditorState
  blocks: readonly PutChoice[]
  onDirection: () => void
}) {
  const run = (command: Command) => {
    command(view.state, view.dispatch)
    view.focus()
  }
  const isOn = (mark: typeof marks.bold) => {
    const { from, to, empty, $from } = state.selection
    return empty ? Boolean(mark.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, mark)
  }
  return (
    <fieldset aria-label="Gaya dan sisipan" className={styles.tools}>
      <SelectField
        label="Gaya paragraf"
        labelHidden
        className={styles.kind}
        options={blockAt(state) === 'put' ? [...kinds, { value: 'put', label: 'Tabel atau grafik' }] : kinds}
        value={blockAt(state)}
        onChange={kind => run(setBlock(kind as TextBlock | List))}
      />
      <Button kind="quiet" small aria-pressed={isOn(marks.bold)} onClick={() => run(toggleMark(marks.bold))}>
        <strong>Tebal</strong>
      </Button>
      <Button kind="quiet" small aria-pressed={isOn(marks.italic)} onClick={() => run(toggleMark(marks.italic))}>
        <em>Miring</em>
      </Button>
      <Button kind="quiet" small icon="plus" onClick={() => startSeek(view)}>
        Angka
      </Button>
      <Button kind="quiet" small icon="compare" onClick={onDirection}>
        Naik atau turun
      </Button>
      {blocks.length > 0 && (
        <Menu
          kind="quiet"
          small
          label="Tabel, grafik yang dapat disisipkan"
          words="Tabel, grafik"
          items={blocks.map(one => ({
            id: `${one.block} ${one.of}`,
            label: putName(one),
            onSelect: () => putBlock(view, { block: one.block, of: one.of }),
          }))}
        />
      )}
      <Button kind="quiet" small icon="return" aria-disabled={undoDepth(state) === 0} onClick={() => run(undo)}>
        Urungkan
      </Button>
      <Button kind="quiet" small icon="refresh" aria-disabled={redoDepth(state) === 0} onClick={() => run(redo)}>
        Ulangi
      </Button>
    </fieldset>
  )
}
