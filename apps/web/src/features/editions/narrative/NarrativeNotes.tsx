import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { markSeen, selectAt } from './editing.ts'
import type { TypedNumber } from './markPlugin.ts'
import styles from './Narrative.module.css'
import { chipsIn } from './placesIn.ts'
import { changeOf, chipKey, type Says } from './Says.ts'

/** What the writer has to look at: figures that moved since they were seen, and typed numbers that equal no figure. */
export function NarrativeNotes({
  view,
  state,
  says,
  numbers,
  onReplace,
}: {
  view: EditorView
  state: EditorState
  says: Says
  numbers: readonly TypedNumber[]
  onReplace: (number: TypedNumber) => void
}) {
  const changed = chipsIn(state.doc).flatMap(({ at, chip }) => {
    const known = says.get(chipKey(chip))
    const change = changeOf(chip, known?.said)
    return change && known ? [{ at, name: known.name, ...change }] : []
  })
  return (
    <>
      {changed.length > 0 && (
        <Callout
          tone="warn"
          title={`${changed.length} angka berubah sejak terakhir dilihat`}
          actions={
            <Button small icon="check" onClick={() => markSeen(view, says, 'all')}>
              Semua sudah dilihat
            </Button>
          }
        >
          <ul className={styles.notes}>
            {changed.map(({ at, name, seen, now }) => (
              <li key={at}>
                <span>
                  {name}: {seen} → <strong>{now}</strong>
                </span>
                <Button small kind="quiet" onClick={() => selectAt(view, at)}>
                  Ke kalimatnya<span className="visually-hidden">: {name}</span>
                </Button>
                <Button small kind="quiet" icon="check" onClick={() => markSeen(view, says, at)}>
                  Sudah dilihat<span className="visually-hidden">: {name}</span>
                </Button>
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {numbers.length > 0 && (
        <Callout title={`${numbers.length} angka diketik dan tidak sama dengan angka mana pun dari laporan`}>
          <ul className={styles.notes}>
            {numbers.map(number => (
              <li key={number.from}>
                <strong>{number.text}</strong>
                <Button small kind="quiet" onClick={() => selectAt(view, number.from, number.to)}>
                  Ke kalimatnya<span className="visually-hidden">: {number.text}</span>
                </Button>
                <Button small kind="quiet" onClick={() => onReplace(number)}>
                  Ganti dengan angka…<span className="visually-hidden"> {number.text}</span>
                </Button>
              </li>
            ))}
          </ul>
        </Callout>
      )}
    </>
  )
}
