import { shownFigure, whyWords } from '@sepakat/rules/words/figureText.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import styles from './Recap.module.css'
import { keyOf, type RecapItem } from './recapLines.ts'

interface FigureToggleProps {
  item: RecapItem
  open: boolean
  onToggle: (key: string) => void
}

/** A figure; one press shows its derivation. */
export function FigureToggle({ item, open, onToggle }: FigureToggleProps) {
  const { figure, rowLabel, label } = item
  const words = figure.why === 'empty' ? 'belum masuk' : whyWords(figure.why)
  return (
    <Button
      kind="quiet"
      small
      className={styles.open}
      data-key={keyOf(item)}
      aria-expanded={open}
      onClick={() => onToggle(keyOf(item))}
    >
      {figure.value === null ? <span className={styles.none}>{words}</span> : <Shown text={shownFigure(figure)} />}
      <Icon name={open ? 'chevron-down' : 'chevron-right'} size={14} />
      <span className="visually-hidden">: perhitungan {[rowLabel, label].filter(Boolean).join(', ')}</span>
    </Button>
  )
}

/** No line break between a number and its unit. */
function Shown({ text }: { text: string }) {
  const [number = '', unit = '', ...rest] = text.split(' ')
  return (
    <span>
      <span className={styles.together}>{`${number} ${unit}`.trim()}</span>
      {rest.map(word => ` ${word}`).join('')}
    </span>
  )
}
