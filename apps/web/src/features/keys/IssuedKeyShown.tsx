import { useEffect, useRef } from 'react'
import styles from '#administration/Admin.module.css'
import { waits } from '#administration/seconding.ts'
import { useDates } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { paths } from '#ui/paths.ts'
import { TextField } from '#ui/TextField.tsx'
import { useCopy } from '#ui/useCopy.ts'
import { lastInstant } from './keyState.ts'
import type { Issued } from './queries.ts'

/** A key just issued, shown only now. */
export function IssuedKeyShown({ issued, name }: { issued: Issued; name: string }) {
  const dates = useDates()
  const field = useRef<HTMLInputElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const { copy, isCopied, byHand } = useCopy('Kunci', issued.key, () => field.current?.select())
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={styles.form}>
      <h2 ref={heading} tabIndex={-1}>
        Kunci {name} {waits(issued) ? 'menunggu persetujuan kedua' : 'sudah terbit'}
      </h2>
      <Callout tone="warn" title="Kunci ini hanya tampil sekarang">
        Salin dan simpan di tempat aman sebelum meninggalkan halaman ini. Bila hilang,{' '}
        {waits(issued) ? 'tarik kembali permintaannya' : 'cabut kuncinya'} dan terbitkan yang baru.
      </Callout>
      <TextField
        label="Kunci"
        hint={
          waits(issued)
            ? 'Berlaku sejak disetujui pengelola lain atau pejabat pengesah.'
            : `Berlaku sampai ${dates.longDay(dates.dayOf(lastInstant(issued)))}.`
        }
        readOnly
        spellCheck={false}
        value={issued.key}
        ref={field}
        onFocus={event => event.target.select()}
      />
      <div className={styles.buttons}>
        <Button kind="primary" icon={isCopied ? 'check' : 'copy'} onClick={copy}>
          {isCopied ? 'Tersalin' : 'Salin kunci'}
        </Button>
        <LinkButton to={paths.admin('kunci-api')}>Selesai, ke daftar kunci</LinkButton>
      </div>
      {byHand && <p>{byHand}</p>}
      <p className={styles.note}>
        Aplikasi mengirimnya di kepala setiap permintaan: <code>Authorization: Bearer spk_…</code>. Contoh lengkap ada
        di <a href="/api/docs">petunjuk API</a>.
      </p>
    </div>
  )
}
