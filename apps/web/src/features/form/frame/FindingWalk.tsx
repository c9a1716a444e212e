import type { Level } from '@sepakat/rules'
import { Button } from '#ui/Button.tsx'
import { cx } from '#ui/cx.ts'
import { Icon, type IconName } from '#ui/icons/Icon.tsx'
import { count } from '#ui/numbers.ts'
import { useEvaluated, useForm, useOpenNotes } from '../FormContext.ts'
import styles from './FindingWalk.module.css'

const walks: { level: 'wrong' | 'explain' | 'empty'; icon: IconName; words: string }[] = [
  { level: 'wrong', icon: 'cross-circle', words: 'salah' },
  { level: 'explain', icon: 'alert', words: 'perlu penjelasan' },
  { level: 'empty', icon: 'circle', words: 'kosong' },
]

/** How much is wrong, odd or missing: each count goes to the next of its kind; the last button lists all. */
export function FindingWalk({ onNext }: { onNext: (level: Level) => void }) {
  const { view } = useForm()
  const { counts } = useEvaluated()
  const notes = useOpenNotes().length
  const left = walks.filter(({ level }) => counts[level] > 0)
  const list = () => view.set({ drawer: 'findings' })
  if (left.length === 0 && notes === 0)
    return (
      <span className={cx(styles.count, styles.done)}>
        <Icon name="check" size={16} /> Tidak ada yang salah atau kosong
      </span>
    )
  return (
    <>
      {left.map(({ level, icon, words }) => (
        <Button
          key={level}
          small
          kind="quiet"
          className={cx(styles.count, styles[level])}
          onClick={() => onNext(level)}
        >
          <Icon name={icon} size={16} />
          {count(counts[level])} <span className="visually-hidden-narrow">{words}</span>
          <span className="visually-hidden">, berikutnya</span>
        </Button>
      ))}
      {notes > 0 && (
        <Button small kind="quiet" className={cx(styles.count, styles.explain)} onClick={list}>
          <Icon name="note" size={16} />
          {count(notes)} <span className="visually-hidden-narrow">catatan</span>
          <span className="visually-hidden"> belum dijawab: daftarnya</span>
        </Button>
      )}
      <Button small kind="quiet" icon="list" className={styles.list} onClick={list}>
        <span>Daftar</span>
        <span className="visually-hidden"> temuan</span>
      </Button>
    </>
  )
}
