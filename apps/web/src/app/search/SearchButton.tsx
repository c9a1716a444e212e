import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { useKeys } from '#ui/keys.ts'
import { late } from '#ui/late.tsx'
import styles from './Search.module.css'

const SearchPalette = late(async () => (await import('./SearchPalette.tsx')).SearchPalette)

/** Opens the search of everything that has a name, from any page; mounted once, in the header. */
export function SearchButton() {
  const [open, setOpen] = useState(false)
  const show = () => {
    // Over a dialog the page behind it could be left by accident
    if (!document.querySelector('dialog[open]')) setOpen(true)
  }
  useKeys([
    { keys: 'Ctrl+k', label: 'Cari perangkat daerah, laporan, indikator, angka, halaman', run: show },
    { keys: '/', label: 'Cari', run: show },
  ])
  return (
    <>
      <Button
        icon="search"
        className={styles.open}
        onClick={show}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K /"
        title="Cari (Ctrl+K atau /)"
      >
        <span className={styles.word}>Cari</span>
        <span aria-hidden="true" className={styles.key}>
          Ctrl K
        </span>
      </Button>
      {open && <SearchPalette onClose={() => setOpen(false)} />}
    </>
  )
}
