import { useState } from 'react'
import { NavLink } from 'react-router'
import { useMe } from '#sync/session/me.tsx'
import { postTitle } from '#sync/session/roles.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import { Menu, type MenuItem } from '#ui/Menu.tsx'
import { Drawer } from '#ui/Modal.tsx'
import { paths } from '#ui/paths.ts'
import { ConnectionState } from './ConnectionState.tsx'
import styles from './Header.module.css'
import { NoticesLink } from './NoticesLink.tsx'
import { navigationOf } from './navigation.ts'
import { Post, SwitchPost } from './Post.tsx'
import { SignOut, useSignOut } from './SignOut.tsx'
import { SearchButton } from './search/SearchButton.tsx'

/** One line: where to go, whether the server has everything, and who acts here. On a phone the first and the last are in a menu. */
export function Header() {
  const me = useMe()
  const [menu, setMenu] = useState(false)
  const [switching, setSwitching] = useState(false)
  const leaving = useSignOut()
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <NavLink to={paths.home()} className={styles.brand}>
          <span className={styles.name}>SEPAKAT</span>
          <span className={styles.region}>{me.region.name}</span>
        </NavLink>
        <nav aria-label="Utama" className={styles.nav}>
          <Links />
        </nav>
        <SearchButton />
        <ConnectionState />
        <NoticesLink />
        <div className={styles.wide}>
          <PersonMenu onSwitch={() => setSwitching(true)} onLeave={leaving.ask} />
        </div>
        <div className={styles.narrow}>
          <Button icon="menu" onClick={() => setMenu(true)} aria-haspopup="dialog">
            <span className={styles.menu}>Menu</span>
          </Button>
        </div>
      </div>
      <Drawer
        open={menu}
        onClose={() => setMenu(false)}
        title="Menu"
        foot={
          <Button kind="quiet" icon="out" busy={leaving.busy && 'Keluar…'} onClick={leaving.ask}>
            Keluar
          </Button>
        }
      >
        <nav aria-label="Utama" className={styles.drawerNav}>
          <Links onGo={() => setMenu(false)} />
        </nav>
        <div className={styles.who}>
          <Post />
          {me.posts.length > 1 && (
            <Button small icon="chevron-down" onClick={() => setSwitching(true)} aria-haspopup="dialog">
              Ganti jabatan
            </Button>
          )}
        </div>
      </Drawer>
      <SwitchPost open={switching} onClose={() => setSwitching(false)} />
      <SignOut {...leaving} />
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

/** Who acts here, as which post; with changing the post, and signing out. */
function PersonMenu({ onSwitch, onLeave }: { onSwitch: () => void; onLeave: () => void }) {
  const { person, post, posts } = useMe()
  const change: MenuItem = { id: 'post', label: 'Ganti jabatan', icon: 'person', onSelect: onSwitch }
  const leave: MenuItem = { id: 'out', label: 'Keluar', icon: 'out', onSelect: onLeave }
  const [office] = post?.region ? [] : (post?.offices ?? [])
  const words = post ? [postTitle(post), office?.shortName].filter(Boolean).join(' · ') : person.name
  return (
    <Menu
      small
      label={`Menu ${person.name}, ${words}`}
      words={words}
      head={<Post />}
      items={posts.length > 1 ? [change, leave] : [leave]}
    />
  )
}
