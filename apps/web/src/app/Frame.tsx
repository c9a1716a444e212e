import { type ReactNode, useEffect } from 'react'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import styles from './Frame.module.css'

/** Outline of the shell while it loads. */
export function Frame({ children }: { children?: ReactNode }) {
  useEffect(() => {
    document.title = 'Membuka · SEPAKAT'
  }, [])
  return (
    <>
      <header className={styles.head}>SEPAKAT</header>
      <main className={styles.main}>
        <h1 className="visually-hidden">SEPAKAT</h1>
        {children || <SkeletonRows label="Membuka SEPAKAT…" />}
      </main>
    </>
  )
}
