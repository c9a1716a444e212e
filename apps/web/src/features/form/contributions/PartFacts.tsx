import { contributionLabels } from '@sepakat/rules/contributions/decideContribution.ts'
import { useDates } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Tag } from '#ui/Tag.tsx'
import { useForm } from '../FormContext.ts'
import styles from './Contributions.module.css'
import type { Contribution } from './contributionQueries.ts'

const tones = { given: 'info', done: 'good', 'taken-back': 'neutral' } as const
/** More rows than this are counted, not named. */
const named = 6

/** The state of a part: status and date, its rows with links to each, and the messages about it. */
export function PartFacts({ part }: { part: Contribution }) {
  const { names, go } = useForm()
  const dates = useDates()
  const { status, anchors, dueAt, statusAt, note } = part
  return (
    <>
      <p className={styles.line}>
        <Tag tone={tones[status]}>{contributionLabels[status].toLowerCase()}</Tag>
        {status === 'given' ? (
          <span>
            sampai {dates.long(dueAt)} (<strong>{dates.due(dueAt)}</strong>)
          </span>
        ) : (
          <span>sejak {dates.long(statusAt)}</span>
        )}
      </p>
      <ul className={styles.rows}>
        {anchors.slice(0, named).map(anchor => (
          <li key={anchor}>
            <Button kind="quiet" small className={styles.go} onClick={() => go(anchor)}>
              {names().anchor(anchor)}
            </Button>
          </li>
        ))}
        {anchors.length > named && <li>dan {anchors.length - named} baris lain</li>}
      </ul>
      {note && <p className={styles.note}>Catatan: {note}</p>}
    </>
  )
}
