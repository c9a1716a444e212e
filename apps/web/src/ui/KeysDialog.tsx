import { useStore } from '@nanostores/react'
import { useState } from 'react'
import { Checkbox } from './Checkbox.tsx'
import styles from './KeysDialog.module.css'
import { lettersOn, useKeys, useShownKeys } from './keys.ts'
import { Dialog } from './Modal.tsx'

/** `?` lists the keyboard shortcuts of the page. Mounted once, in the shell. */
export function KeysDialog() {
  const [open, setOpen] = useState(false)
  useKeys([{ keys: '?', label: 'Daftar tombol pintas', run: () => setOpen(true) }])
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="Tombol pintas di halaman ini">
      <KeyList />
      <Checkbox
        label="Pakai tombol pintas satu huruf"
        hint="Matikan bila huruf sering tertekan tanpa sengaja. Tombol dengan Ctrl tetap bekerja."
        checked={useStore(lettersOn)}
        onChange={event => lettersOn.set(event.target.checked)}
      />
    </Dialog>
  )
}

/** The shortcuts of the current page. */
export function KeyList() {
  return (
    <dl className={styles.keys}>
      {useShownKeys().map(key => (
        <div key={key.keys} style={{ display: 'contents' }}>
          <dt>
            <kbd>{shownKeys(key.keys)}</kbd>
          </dt>
          <dd>{key.label}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The browser's names of the arrows are English; the keys have pictures on them. */
const shownKeys = (keys: string): string =>
  keys
    .replaceAll('ArrowUp', '↑')
    .replaceAll('ArrowDown', '↓')
    .replaceAll('ArrowLeft', '←')
    .replaceAll('ArrowRight', '→')
