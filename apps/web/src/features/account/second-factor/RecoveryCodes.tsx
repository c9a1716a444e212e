import { useEffect, useRef } from 'react'
import { useMe } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import slip from '#ui/Slips.module.css'
import { Slips } from '#ui/Slips.tsx'
import { useCopy } from '#ui/useCopy.ts'
import styles from '../Account.module.css'

/** Shown only once; printed on a slip of their own. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => unknown }) {
  const me = useMe()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const shown = useRef<HTMLDivElement>(null)
  const { copy, isCopied, byHand } = useCopy('Kode pemulihan', codes.join('\n'), () => {
    if (shown.current) getSelection()?.selectAllChildren(shown.current)
  })
  const list = (className: string | undefined) => (
    <ul className={className}>
      {codes.map(code => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  )
  return (
    <div className={styles.form}>
      <h2 ref={head} tabIndex={-1}>
        Simpan kode pemulihan
      </h2>
      <Callout tone="warn" title="Kode-kode ini hanya tampil sekarang">
        Bila ponsel hilang, satu kode menggantikan kode dari aplikasi, masing-masing untuk satu kali. Cetak atau salin,
        dan simpan di tempat yang hanya Anda buka.
      </Callout>
      <div ref={shown}>{list(styles.codes)}</div>
      <div className={styles.buttons}>
        <Button icon="print" onClick={() => print()}>
          Cetak
        </Button>
        <Button icon={isCopied ? 'check' : 'copy'} onClick={copy}>
          {isCopied ? 'Tersalin' : 'Salin'}
        </Button>
      </div>
      {byHand && <p>{byHand}</p>}
      <Button kind="primary" onClick={onKept}>
        Sudah saya simpan
      </Button>
      <Slips>
        <div className={slip.slip}>
          <p className={slip.head}>SEPAKAT · {me.region.name}</p>
          <p>Kode pemulihan verifikasi dua langkah</p>
          <p className={slip.name}>{me.person.name}</p>
          {list(slip.codes)}
          <p>Masing-masing untuk satu kali. Jangan berikan kepada siapa pun, juga tidak kepada pengelola.</p>
        </div>
      </Slips>
    </div>
  )
}
