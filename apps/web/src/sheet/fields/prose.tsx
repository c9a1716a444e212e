import type { FieldOf } from '@sepakat/rules/fields/FieldType.ts'
import { shownCell } from '@sepakat/rules/words/shownCell.ts'
import { useRef, useState } from 'react'
import { afterPress } from '#ui/afterPress.ts'
import { Button } from '#ui/Button.tsx'
import { Markdown } from '#ui/Markdown.tsx'
import type { EditorProps, FieldUi } from './FieldUi.ts'
import { Grow } from './Grow.tsx'
import { type Marks, marked } from './marked.ts'
import styles from './Prose.module.css'

const tools: { mark: Marks; label: string; shown: string }[] = [
  { mark: 'bold', label: 'Tebal', shown: 'B' },
  { mark: 'italic', label: 'Miring', shown: 'I' },
  { mark: 'list', label: 'Daftar', shown: '•' },
  { mark: 'heading', label: 'Judul', shown: 'H' },
]

/** A narrative in a subset of Markdown: marks can be typed or inserted by buttons, and are previewed as printed. */
function Editor({ spec, wires, door: { value, set, settle } }: EditorProps<FieldOf<'prose'>>) {
  const text = shownCell(spec, value)
  const area = useRef<HTMLTextAreaElement>(null)
  const [preview, setPreview] = useState(false)
  const [used, setUsed] = useState(false)

  const type = (next: string) => void set(next === '' ? null : next, { typing: true })
  const leave = () => {
    if (text !== '' && text.trim() === '') set(null)
    afterPress(() => settle())
  }
  function press(mark: Marks): void {
    const element = area.current
    if (!element) return
    const next = marked(text, element.selectionStart, element.selectionEnd, mark)
    type(next.text)
    requestAnimationFrame(() => {
      element.focus()
      element.setSelectionRange(next.start, next.end)
    })
  }
  const hasMarks = /[*_#•]|^[^\S\n]*[-\d]/m.test(text)

  return (
    <span className={styles.prose}>
      {preview ? (
        <span className={styles.preview}>
          <Markdown text={text} />
        </span>
      ) : (
        <Grow wires={wires} text={text} onType={type} onEnter={() => setUsed(true)} onLeave={leave} ref={area} tall />
      )}
      {(used || preview) && (
        <span className={styles.tools}>
          {!preview &&
            tools.map(({ mark, label, shown }) => (
              // Tab goes on to the next field: marks can be typed, and the key for a row's tools leads to the buttons
              <Button
                key={mark}
                tabIndex={-1}
                data-tool
                small
                kind="quiet"
                aria-label={label}
                title={label}
                onClick={() => press(mark)}
              >
                <span className={styles[mark]}>{shown}</span>
              </Button>
            ))}
          {(hasMarks || preview) && (
            <Button small kind="quiet" aria-pressed={preview} onClick={() => setPreview(!preview)}>
              {preview ? 'Tulis lagi' : 'Lihat hasilnya'}
            </Button>
          )}
        </span>
      )}
    </span>
  )
}

export const prose: FieldUi<FieldOf<'prose'>> = { Editor, Viewer: ({ text }) => <Markdown text={text} /> }
