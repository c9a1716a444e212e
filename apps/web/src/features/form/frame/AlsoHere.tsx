import { Button } from '../../../ui/Button.tsx'
import { Initials } from '../../../ui/Initials.tsx'
import { useForm } from '../FormContext.ts'
import { rowOfAnchor } from '../model/evaluated.ts'
import { rowKey } from '../model/viewStore.ts'
import { useOthers } from '../PeopleContext.ts'
import styles from './AlsoHere.module.css'

/** Who else fills in this report now, and where: pressed, one goes there. */
export function AlsoHere() {
  const { names, go } = useForm()
  const rowOf = (at: string): string => {
    const row = rowOfAnchor(at)
    return row ? names().anchor(rowKey(row)) : ''
  }
  const others = useOthers()
  if (others.length === 0) return null
  return (
    <ul className={styles.here} aria-label="Juga sedang mengisi">
      {others.map(({ person, name, at }) => (
        <li key={person}>
          <Initials name={name} />
          {at === '' ? (
            <span>{name} juga mengisi</span>
          ) : (
            <Button kind="quiet" small className={styles.go} onClick={() => go(at)}>
              {name} di {rowOf(at)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
