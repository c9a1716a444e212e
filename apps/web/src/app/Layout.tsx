import { type ReactNode, Suspense, useEffect } from 'react'
import { Link, useLocation, useNavigationType } from 'react-router'
import { QueuedSubmitNews } from '#features/form/submit/QueuedSubmitNews.tsx'
import { deviceChoice, keepDeviceChoice } from '#sync/deviceChoice.ts'
import { KeysDialog } from '#ui/KeysDialog.tsx'
import { lettersOn } from '#ui/keys.ts'
import { PageHelp } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { paths } from '#ui/paths.ts'
import { CacheNote } from './CacheNote.tsx'
import { Header } from './Header.tsx'
import { HelpButton } from './help/HelpButton.tsx'
import styles from './Layout.module.css'
import { NewVersion } from './NewVersion.tsx'
import { pageAt, pages } from './pages.ts'
import { RouteBoundary } from './RouteBoundary.tsx'

/** Header, page, and what every page has: a skip link, its own error boundary and its keyboard shortcuts. */
export function Layout({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  const arrival = useNavigationType()
  const page = pageAt(pathname)
  useEffect(rememberLetterKeys, [])
  return (
    <>
      <a href="#isi" className={styles.skip}>
        Langsung ke isi halaman
      </a>
      <Header />
      <main id="isi" tabIndex={-1} className={styles.main}>
        <NewVersion />
        <QueuedSubmitNews />
        <CacheNote />
        <RouteBoundary key={pathname} fromTop={arrival !== 'POP'}>
          <PageHelp value={page && <HelpButton page={page} />}>
            <Suspense
              fallback={<PageSkeleton title={page ? pages[page].title : 'Memuat halaman'} label="Memuat halaman…" />}
            >
              {children}
            </Suspense>
          </PageHelp>
        </RouteBoundary>
      </main>
      <footer className={styles.foot}>
        <Link to={paths.system()}>Keadaan sistem dan apa yang baru</Link>
      </footer>
      <KeysDialog />
    </>
  )
}

const lettersName = 'sepakat.keys'

/** Whether single letters are shortcuts is a choice of this device. */
function rememberLetterKeys(): () => void {
  lettersOn.set(deviceChoice(lettersName) !== 'off')
  return lettersOn.listen(on => keepDeviceChoice(lettersName, on ? 'on' : 'off'))
}
