import { keepsOnDevice } from '../lib/device/database.ts'
import { useOnline } from '../lib/online.ts'
import { useSaveState } from '../lib/saveState.ts'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import styles from './LineState.module.css'

/** Whether the server is there, and whether it has everything; and where this device can keep nothing, that. */
export function LineState() {
  const online = useOnline()
  const { waiting, stuck } = useSaveState()
  const line = online ? 'Daring' : 'Luring'
  const saved =
    stuck > 0
      ? `${stuck} perlu Anda periksa`
      : waiting === 0
        ? 'semua tersimpan'
        : online
          ? `menyimpan ${waiting}…`
          : `${waiting} ${keepsOnDevice() ? 'di perangkat ini' : 'menunggu'}`
  return (
    <span className={cx(styles.state, !online && styles.off, stuck > 0 && styles.stuck)} role="status">
      <Icon name={online ? 'online' : 'offline'} size={16} />
      <span>
        {line} <span className={styles.saved}>· {saved}</span>
        {!keepsOnDevice() && <span className={styles.limit}>Mode luring tidak tersedia</span>}
      </span>
    </span>
  )
}
