import styles from '../Cell.module.css'
import type { ViewerProps } from './FieldUi.ts'

/** A value as plain words, its lines kept. */
export const Words = ({ text }: Pick<ViewerProps, 'text'>) => <span className={styles.words}>{text}</span>
