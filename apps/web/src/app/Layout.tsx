import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { Link, useLocation, useNavigationType } from 'react-router'
import { QueuedSubmitNews } from '#features/form/submit/QueuedSubmitNews.tsx'
import { useCacheTime } from '#sync/cache/shownFromCache.ts'
import { deviceChoice, keepDeviceChoice } from '#sync/deviceChoice.ts'
import { useSaveState } from '#sync/saveState.ts'
import { takeNewVersion, useNewVersion } from '#sync/session/appVersion.ts'
import { useDates } from '#sync/session/me.tsx'
import { isWriting } from '#sync/transport/writing.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { KeysDialog } from '#ui/KeysDialog.tsx'
import { lettersOn } from '#ui/keys.ts'
import { PageHelp } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { paths } from '#ui/paths.ts'
import { Header } from './Header.tsx'
import { HelpButton } from './help/HelpButton.tsx'
import styles from './Layout.module.css'
import { pageAt, pages } from './pages.ts'
import { RouteBoundary } from './RouteBoundary.tsx'

/** Says of when the data on this page is, when it came from the cache. */
function CacheNote() {
  const at = useCacheTime(useLocation().pathname)
  const dates = useDates()
  return (
    <p className={styles.note} role="status" hidden={at === null}>
      {at !== null && `Data per ${dates.short(new Date(at).toISOString())}, dari perangkat ini`}
    </p>
  )
}

const each = 2000
const isTyping = (): boolean => document.activeElement?.matches('input, textarea, select, [contenteditable]') === true

/** Offered only when everything is saved, no request is running and no field has the focus. Once shown it stays. */
function NewVersion() {
  const version = useNewVersion()
  const saved = useSaveState(({ waiting }) => waiting === 0)
  const [offered, setOffered] = useState(false)
  useEffect(() => {
    if (version === null || offered) return
    const look = () => {
      if (saved && !isWriting() && !isTyping()) setOffered(true)
    }
    look()
    const timer = setInterval(look, each)
    return () => clearInterval(timer)
  }, [version, saved, offered])
  if (version === null || !offered) return null
  return (
    <div className={styles.offer}>
      <Callout
        title="Versi baru tersedia"
        live
        actions={
          <Button small icon="refresh" onClick={takeNewVersion}>
            Muat ulang
          </Button>
        }
      >
        {version === 'used' ? 'Tab lain sudah memakainya. ' : ''}Isian Anda tidak hilang.
      </Callout>
    </div>
  )
}

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
