import type { DirectionPiece, FigureRef } from '@sepakat/rules/editions/Narrative.ts'
import { parsePeriod, periodKey } from '@sepakat/rules/periods/period.ts'
import { useEffect, useState } from 'react'
import { ActDialog } from '#sync/problems/ActDialog.tsx'
import { Button } from '#ui/Button.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { FigureSearch } from './FigureSearch.tsx'
import { directionChoices, figureName, figurePlace } from './figureWords.ts'
import styles from './Narrative.module.css'
import type { Find } from './useFound.ts'
import type { SayText } from './useSaying.ts'

interface Named {
  ref: FigureRef
  name: string
}

/** A year earlier, of a quarter the same quarter. */
function yearBefore(ref: FigureRef): FigureRef {
  const { year, ...rest } = parsePeriod(ref.period)
  return { ...ref, period: periodKey({ ...rest, year: year - 1 }) }
}

/** A word of direction from two figures: the one nearest before the caret, and the same a year before, unless chosen otherwise. */
export function DirectionDialog({
  about,
  find,
  say,
  onClose,
  onDone,
}: {
  about: FigureRef | null
  find: Find
  say: SayText
  onClose: () => void
  onDone: (chip: DirectionPiece) => void
}) {
  const [words, setWords] = useState<DirectionPiece['words']>('naik')
  const [of, setOf] = useState<Named | null>(null)
  const [than, setThan] = useState<Named | null>(null)
  const [choosing, setChoosing] = useState<'of' | 'than' | null>(about ? null : 'of')

  useEffect(() => {
    if (about) void nameOf(about, say).then(named => setOf(before => before ?? named))
  }, [about, say])
  useEffect(() => {
    if (!of) return
    let asked = true
    void nameOf(yearBefore(of.ref), say).then(named => {
      if (asked) setThan(before => before ?? named)
    })
    return () => {
      asked = false
    }
  }, [of, say])

  const lines = [
    { which: 'of', label: 'Angka', named: of },
    { which: 'than', label: 'Dibanding', named: than },
  ] as const
  return (
    <ActDialog
      large
      title="Kata arah dari dua angka"
      action="Sisipkan"
      whyNot={!(of && than) && 'Pilih kedua angkanya dahulu.'}
      onAct={() => of && than && onDone({ piece: 'direction', of: of.ref, than: than.ref, words })}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <SelectField
          label="Kata"
          hint="Yang ditulis mengikuti datanya, dan berubah bila angkanya berubah."
          options={directionChoices}
          value={words}
          onChange={value => setWords(value as DirectionPiece['words'])}
        />
        {lines.map(({ which, label, named }) =>
          choosing === which ? (
            <FigureSearch
              key={which}
              label={label}
              find={find}
              onChoose={figure => {
                const chosen = { ref: figure.ref, name: `${figureName(figure)} · ${figurePlace(figure)}` }
                if (which === 'of') {
                  setOf(chosen)
                  setThan(null)
                } else setThan(chosen)
                setChoosing(null)
              }}
            />
          ) : (
            <div key={which} className={styles.actions}>
              <p>
                {label}: <strong>{named?.name ?? 'belum dipilih'}</strong>
              </p>
              <Button small kind="quiet" onClick={() => setChoosing(which)}>
                Pilih angka lain<span className="visually-hidden"> untuk {label.toLowerCase()}</span>
              </Button>
            </div>
          ),
        )}
      </div>
    </ActDialog>
  )
}

/** Null where there is no such figure, or the server does not answer: then it has to be chosen. */
async function nameOf(ref: FigureRef, say: SayText): Promise<Named | null> {
  const said = await say([{ block: 'paragraph', text: [{ piece: 'figure', of: ref }] }]).catch(() => null)
  const found = said?.said[0]
  return found && found.value !== null ? { ref, name: `${found.name}: ${found.said}` } : null
}
