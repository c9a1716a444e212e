import { Button } from '#ui/Button.tsx'
import styles from './FindingList.module.css'

/** A place of the form and what is said of it: leads there. */
export function PlaceButton({ where, said, onGo }: { where: string; said: string; onGo: () => void }) {
  return (
    <Button kind="quiet" className={styles.go} onClick={onGo}>
      <span className={styles.where}>{where}</span>
      <span className={styles.message}>{said}</span>
    </Button>
  )
}
