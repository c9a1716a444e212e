import { useEffect, useState } from 'react'
import { useSaveState } from '#sync/saveState.ts'
import { takeNewVersion, useNewVersion } from '#sync/session/appVersion.ts'
import { isWriting } from '#sync/transport/writing.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import styles from './AbovePage.module.css'

const each = 2000
const isTyping = (): boolean => document.activeElement?.matches('input, textarea, select, [contenteditable]') === true

/** Offered only when everything is saved, no request is running and no field has the focus. Once shown it stays. */
export function NewVersion() {
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
