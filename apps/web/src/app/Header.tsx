import { useState } from 'react'
import { Link, NavLink } from 'react-router'
import { useSaveState } from '#sync/saveState.ts'
import { useMe } from '#sync/session/me.tsx'
import { signOut } from '#sync/session/signOut.ts'
import { keepsOnDevice } from '#sync/vault/database.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import { Dialog, Drawer } from '#ui/Modal.tsx'
import { paths } from '#ui/paths.ts'
import { ActingAs } from './ActingAs.tsx'
import { ConnectionState } from './ConnectionState.tsx'
import styles from './Header.module.css'
import { navigationOf } from './navigation.ts'

export function Header() {
  const me = useMe()
  const [menu, setMenu] = useState(false)
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <NavLink to={paths.home()} className={styles.brand}>
          <span className={styles.name}>SEPAKAT</span>
          <span className={styles.region}>{me.region.name}</span>
        </NavLink>
        <div className={styles.wide}>
          <ActingAs />
        </div>
        <ConnectionState />
        <div className={styles.wide}>
          <SignOut />
        </div>
        <div className={styles.narrow}>
          <Button icon="menu" onClick={() => setMenu(true)} aria-haspopup="dialog">
            Menu
          </Button>
        </div>
      </div>
      <nav aria-label="Utama" className={styles.nav}>
        <Links />
      </nav>
      <Drawer open={menu} onClose={() => setMenu(false)} title="Menu" foot={<SignOut />}>
        <nav aria-label="Utama" className={styles.drawerNav}>
          <Links onGo={() => setMenu(false)} />
        </nav>
        <ActingAs listed />
      </Drawer>
    </header>
  )
}

function Links({ onGo }: { onGo?: () => void }) {
  return (
    <ul className={styles.links}>
      {navigationOf(useMe()).map(item => (
        <li key={item.to}>
          <NavLink to={item.to} end={item.to === '/'} className={styles.link} onClick={onGo}>
            <Icon name={item.icon} />
            {item.label}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}

/** Asks for confirmation while there are changes the server does not have. */
function SignOut() {
  const { waiting, stuck } = useSaveState()
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const go = () => {
    setBusy(true)
    setFailed(false)
    signOut().catch(() => {
      setBusy(false)
      setFailed(true)
      setAsked(true)
    })
  }
  return (
    <>
      <Button
        kind="quiet"
        icon="out"
        busy={busy && 'Keluar…'}
        onClick={() => (waiting + stuck > 0 ? setAsked(true) : go())}
      >
        Keluar
      </Button>
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title="Keluar?"
        foot={
          <>
            <Button onClick={() => setAsked(false)} data-autofocus>
              Tetap di sini
            </Button>
            <Button kind="danger" busy={busy && 'Keluar…'} onClick={go}>
              {failed ? 'Coba keluar lagi' : 'Keluar saja'}
            </Button>
          </>
        }
      >
        {failed && (
          <Callout tone="wrong" title="Belum berhasil keluar" live>
            Server tidak menjawab. Coba lagi, atau tutup peramban ini bila komputernya dipakai bersama.
          </Callout>
        )}
        {waiting + stuck > 0 && (
          <p>
            {waiting + stuck} perubahan belum sampai di server
            {keepsOnDevice()
              ? '. Semuanya tetap di perangkat ini, terkunci: hanya Anda yang dapat membukanya dengan sandi Anda, dan dikirim setelah Anda masuk lagi di sini.'
              : ' dan akan hilang bila Anda keluar sekarang.'}{' '}
            <Link to={paths.unsent()} onClick={() => setAsked(false)}>
              Lihat, unduh, atau hapus
            </Link>
          </p>
        )}
      </Dialog>
    </>
  )
}
