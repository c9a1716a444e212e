import { type KeyboardEvent, useId, useState } from 'react'
import fieldStyles from '#ui/Field.module.css'
import { Field } from '#ui/Field.tsx'
import { FigureOption } from './FigureOption.tsx'
import { figureName, foundNote } from './figureWords.ts'
import styles from './Narrative.module.css'
import type { FoundFigure } from './Says.ts'
import { ActiveList } from './SeekList.tsx'
import { type Find, useFound } from './useFound.ts'

/** Finds a figure by words and takes one: arrows move, Enter takes. */
export function FigureSearch({
  label,
  hint,
  begin = '',
  find,
  onChoose,
}: {
  label: string
  hint?: string
  /** The words to begin with. */
  begin?: string
  find: Find
  onChoose: (figure: FoundFigure) => void
}) {
  const id = useId()
  const [words, setWords] = useState(begin)
  const [active, setActive] = useState(0)
  const { figures, state } = useFound(words, find)
  const note = foundNote(figures.length, state)
  function move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && figures.length > 0) {
      event.preventDefault()
      setActive(at => (at + step + figures.length) % figures.length)
    }
    const chosen = figures[active]
    if (event.key === 'Enter') event.preventDefault()
    if (event.key === 'Enter' && chosen) onChoose(chosen)
  }
  return (
    <div className={styles.fields}>
      <Field label={label} hint={hint ?? 'Ketik sebagian namanya, misalnya "belanja 2025".'}>
        {wires => (
          <input
            {...wires}
            type="text"
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={figures.length > 0}
            aria-controls={figures.length > 0 ? id : undefined}
            aria-activedescendant={figures[active] ? `${id}-${active}` : undefined}
            data-autofocus
            className={fieldStyles.input}
            value={words}
            onChange={event => {
              setWords(event.target.value)
              setActive(0)
            }}
            onKeyDown={move}
          />
        )}
      </Field>
      <div className={styles.found}>
        {figures.length > 0 && (
          <ActiveList
            id={id}
            label={label}
            active={active}
            options={figures.map(figure => ({
              id: `${figureName(figure)} ${JSON.stringify(figure.ref)}`,
              shown: <FigureOption of={figure} />,
            }))}
            onChoose={index => {
              const chosen = figures[index]
              if (chosen) onChoose(chosen)
            }}
          />
        )}
        {note && (
          <p role="status" className={styles.note}>
            {note}
          </p>
        )}
      </div>
    </div>
  )
}
