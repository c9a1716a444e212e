import { type ReactNode, Suspense } from 'react'
import { Link, useLocation, useNavigationType } from 'react-router'
import { paths } from '../lib/paths.ts'
import { KeysDialog } from '../ui/KeysDialog.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { Header } from './Header.tsx'
import styles from './Layout.module.css'
import { RouteBoundary } from './RouteBoundary.tsx'

/** Head, page, and what every page has: a way past the head, its own failure, and the list of its keys. */
export function Layout({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  const arrival = useNavigationType()
  return (
    <>
      <a href="#isi" className={styles.skip}>
        Langsung ke isi halaman
      </a>
      <Header />
      <main id="isi" tabIndex={-1} className={styles.main}>
        <RouteBoundary key={pathname} fromTop={arrival !== 'POP'}>
          <Suspense fallback={<PageSkeleton title="Memuat halaman" label="Memuat halaman…" />}>{children}</Suspense>
        </RouteBoundary>
      </main>
      <footer className={styles.foot}>
        <Link to={paths.system()}>Keadaan sistem dan apa yang baru</Link>
      </footer>
      <KeysDialog />
    </>
  )
}
