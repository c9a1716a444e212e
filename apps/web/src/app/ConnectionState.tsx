import { Link } from 'react-router'
import { type SaveState, useSaveState } from '#sync/saveState.ts'
import { useOnline } from '#sync/transport/online.ts'
import { useServerBusy } from '#sync/transport/serverBusy.ts'
import { keepsOnDevice } from '#sync/vault/keepsOnDevice.ts'
import { cx } from '#ui/cx.ts'
import { Icon } from '#ui/icons/Icon.tsx'
import { paths } from '#ui/paths.ts'
import styles from './ConnectionState.module.css'

const allSaved = 'semua tersimpan'

/** Whether the server is reachable, has room and has everything, and whether this device can store data. Links to what is unsent. */
export function ConnectionState() {
  const online = useOnline()
  const busy = useServerBusy() && online
  const state = useSaveState(all => all.elsewhere ?? all)
  const own = useSaveState(({ elsewhere }) => elsewhere !== null)
  const counted = useSaveState(all => all.counted)
  const unsent = state.waiting + state.stuck > 0
  const words = (
    <>
      {busy ? 'Sistem sibuk, menunggu giliran' : online ? 'Daring' : 'Luring'}{' '}
      {unsent || (counted && !own) ? (
        <span className={styles.saved}>· {unsent ? unsentWords(state, keepsOnDevice()) : allSaved}</span>
      ) : (
        !own && <span className={cx(styles.saved, styles.room)} data-for={`· ${allSaved}`} />
      )}
    </>
  )
  return (
    <span className={cx(styles.state, (!online || busy) && styles.off, state.stuck > 0 && styles.stuck)} role="status">
      <Icon name={online ? 'online' : 'offline'} size={16} />
      <span className={cx(!unsent && keepsOnDevice() && styles.plain)}>
        {unsent ? <Link to={paths.unsent()}>{words}</Link> : words}
        {!keepsOnDevice() && <span className={styles.limit}>Mode luring tidak tersedia</span>}
      </span>
    </span>
  )
}

/** `3 di perangkat ini · 1 hanya di halaman ini · 2 sedang dikirim · 1 perlu Anda tinjau`, without the parts that are 0. */
export function unsentWords({ waiting, sending, stuck, onPage }: SaveState, kept: boolean): string {
  const onlyHere = Math.min(onPage, waiting - sending)
  const still = waiting - sending - onlyHere
  return [
    still > 0 && `${still} ${kept ? 'di perangkat ini' : 'menunggu'}`,
    onlyHere > 0 && `${onlyHere} hanya di halaman ini`,
    sending > 0 && `${sending} sedang dikirim`,
    stuck > 0 && `${stuck} perlu Anda tinjau`,
  ]
    .filter(Boolean)
    .join(' · ')
}
