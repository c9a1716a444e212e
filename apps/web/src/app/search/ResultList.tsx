import { foundParts } from '@sepakat/rules/search/searchWords.ts'
import { cx } from '#ui/cx.ts'
import type { Place, PlaceGroup } from './placesFound.ts'
import styles from './Search.module.css'

/** Of options; a fieldset is one of fields. */
const groupNamed = (id: string) => ({ role: 'group', 'aria-labelledby': id })

/** Options in groups, of which one is active; the focus stays in the field above, where the keys are heard. */
export function ResultList({
  id,
  groups,
  active,
  words,
  onChoose,
}: {
  id: string
  groups: readonly PlaceGroup[]
  active: number
  words: string
  onChoose: (place: Place) => void
}) {
  const before = groups.map((_, n) => groups.slice(0, n).reduce((sum, group) => sum + group.places.length, 0))
  return (
    <div id={id} role="listbox" aria-label="Yang ditemukan" className={styles.list}>
      {groups.map((group, g) => (
        <div key={group.title} {...groupNamed(`${id}-g${g}`)}>
          <div id={`${id}-g${g}`} className={styles.group}>
            {group.title}
          </div>
          {group.places.map((place, n) => {
            const index = (before[g] ?? 0) + n
            return (
              <button
                key={'all' in place ? 'all' : `${place.to} ${place.title}`}
                id={`${id}-${index}`}
                type="button"
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                className={cx(styles.option, index === active && styles.active, 'all' in place && styles.all)}
                onClick={() => onChoose(place)}
              >
                <PlaceWords of={place} words={words} />
              </button>
            )
          })}
        </div>
      ))}
    </div>
  )
}

function PlaceWords({ of, words }: { of: Place; words: string }) {
  if ('all' in of) return of.title
  return (
    <>
      <span className={styles.title}>
        {of.code && <span className={styles.code}>{of.code}</span>}
        <Marked text={of.title} words={words} />
      </span>
      {of.detail && (
        <small className={styles.detail}>
          <Marked text={of.detail} words={words} />
        </small>
      )}
    </>
  )
}

/** A name with what was typed marked in it. */
function Marked({ text, words }: { text: string; words: string }) {
  const parts = foundParts(text, words)
  let at = 0
  const shown = parts.map(([from, to]) => {
    const plain = text.slice(at, from)
    at = to
    return (
      <span key={from}>
        {plain}
        <mark className={styles.mark}>{text.slice(from, to)}</mark>
      </span>
    )
  })
  return (
    <span>
      {shown}
      {text.slice(at)}
    </span>
  )
}
