import type { ReactNode } from 'react'
import styles from './Facts.module.css'
import { Facts } from './Facts.tsx'

/** Proofs and explanations for the curious, collapsed for everyone else. */
export function TechnicalDetails({ facts }: { facts: Readonly<Record<string, ReactNode>> }) {
  return (
    <details className={styles.technical}>
      <summary>Rincian teknis</summary>
      <Facts facts={facts} />
    </details>
  )
}
