import type { Anchor } from '@sepakat/rules'
import { covers } from '@sepakat/rules/pointers/pointer.ts'
import { Icon } from '#ui/icons/Icon.tsx'
import { useSubmission } from '../FormContext.ts'
import styles from './Contributions.module.css'

/** Beside a row assigned to a contributor: who. */
export function GivenTo({ at }: { at: string }) {
  const { contributions } = useSubmission()
  const part = contributions.find(
    ({ status, mine, anchors }) =>
      status === 'given' && !mine && anchors.some(anchor => covers(anchor as Anchor, at as Anchor)),
  )
  if (!part) return null
  return (
    <span className={styles.given}>
      <Icon name="lock" size={14} /> <span>diisi {part.to.name}</span>
    </span>
  )
}
