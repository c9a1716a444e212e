import type { ReactNode } from 'react'
import styles from './Facts.module.css'
import { Facts } from './Facts.tsx'

/** What proves or explains for who looks closer, folded away from everybody else. */
export function TechnicalDetails({ facts }: { facts: Readonly<Record<string, ReactNode>> }) {
  return (
    <details className={styles.technical}>
      <summary>Rincian teknis</summary>
      <Facts facts={facts} />
    </details>
  )
}
