import { Fragment, type ReactNode } from 'react'
import styles from './Print.module.css'

/** About the form's wording, not the report. */
export function Uncompared({ rows }: { rows: string[] }) {
  if (rows.length === 0) return null
  return (
    <p className={styles.footnote}>
      Bunyi baris formulir berikut belum dicocokkan dengan peraturan:{' '}
      {rows.map((row, at) => (
        <Fragment key={row}>
          {at > 0 && ', '}
          <span className={styles.code}>{row}</span>
        </Fragment>
      ))}
      .
    </p>
  )
}

type Facts = Record<string, string>

/** What this paper is, and in small what proves it. */
export function Foot({ facts, technical, children }: { facts: Facts; technical: Facts; children?: ReactNode }) {
  return (
    <footer className={styles.foot}>
      <FootFacts facts={facts} />
      <div className={styles.technical}>
        <h2>Rincian teknis</h2>
        <FootFacts facts={technical} />
        {children}
      </div>
    </footer>
  )
}

function FootFacts({ facts }: { facts: Facts }) {
  return (
    <dl>
      {Object.entries(facts).map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  )
}
