import { rowKey, rowOfAnchor } from '#sheet/answers/cells.ts'
import { Button } from '#ui/Button.tsx'
import { Initials } from '#ui/Initials.tsx'
import { useForm } from '../FormContext.ts'
import { useOthers } from '../PeopleContext.ts'
import styles from './AlsoHere.module.css'

/** Other users in this report; a press goes to the user's row, which is named on hover and for screen readers. */
export function AlsoHere() {
  const { names, go } = useForm()
  const others = useOthers()
  if (others.length === 0) return null
  const rowAt = (at: string): string | null => {
    const row = rowOfAnchor(at)
    return row && names().anchor(rowKey(row))
  }
  return (
    <div className={styles.here}>
      <span id="juga-mengisi">Juga mengisi:</span>
      <ul className={styles.list} aria-labelledby="juga-mengisi">
        {others.map(({ person, name, at }) => (
          <li key={person}>
            <Initials name={name} />
            {rowAt(at) === null ? (
              name
            ) : (
              <Button kind="quiet" small className={styles.go} title={`Di ${rowAt(at)}`} onClick={() => go(at)}>
                {name} <span className="visually-hidden">di {rowAt(at)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
