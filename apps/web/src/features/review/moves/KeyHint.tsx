import styles from './KeyHint.module.css'

/** A keyboard shortcut beside its action; hidden on touch screens. */
export function KeyHint({ of, label }: { of: string; label?: string }) {
  return (
    <span className={styles.hint} aria-hidden={label ? undefined : true}>
      {of.split(' ').map(key => (
        <kbd key={key}>{key}</kbd>
      ))}
      {label}
    </span>
  )
}
