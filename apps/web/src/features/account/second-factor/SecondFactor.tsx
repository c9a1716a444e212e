import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import styles from '../Account.module.css'
import { secondFactorQuery } from '../queries.ts'
import { ProveForm } from './ProveForm.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { SetUpSecondFactor } from './SetUpSecondFactor.tsx'

type Doing = 'set-up' | 'move' | 'codes' | 'remove'

/** Two-step verification on the account page: offered, or active with its actions. */
export function SecondFactor() {
  const [doing, setDoing] = useState<Doing | null>(null)
  const part = useRef<HTMLDivElement>(null)
  const last = useRef(doing)
  // The pressed button is gone: the focus goes to the first field, and back to this section
  useEffect(() => {
    if (last.current === doing) return
    last.current = doing
    const field = doing && part.current?.querySelector('input')
    ;(field || part.current)?.focus()
  }, [doing])
  return (
    <div ref={part} tabIndex={-1} className={styles.part}>
      <Factor doing={doing} setDoing={setDoing} />
    </div>
  )
}

function Factor({ doing, setDoing }: { doing: Doing | null; setDoing: (doing: Doing | null) => void }) {
  const invalidate = useInvalidate()
  const dates = useDates()
  const factor = useQuery(secondFactorQuery)
  const [codes, setCodes] = useState<string[] | null>(null)
  if (factor.isPending) return <SkeletonRows rows={2} />
  if (factor.isError) return <ProblemPanel error={factor.error} onRetry={() => factor.refetch()} />
  const { offered, required, setUpAt, recoveryCodesLeft } = factor.data
  if (!offered) return <p>Akun contoh tidak memakai verifikasi dua langkah.</p>

  const done = (said: string) => {
    announce(said)
    setDoing(null)
    setCodes(null)
    void invalidate('GET /second-factor', 'GET /sessions')
  }
  const cancel = (
    <p>
      <Button kind="quiet" onClick={() => setDoing(null)}>
        Batal
      </Button>
    </p>
  )
  if (codes) return <RecoveryCodes codes={codes} onKept={() => done('Kode pemulihan baru berlaku.')} />
  if (doing === 'set-up' || doing === 'move')
    return (
      <SetUpSecondFactor moves={doing === 'move'} onDone={() => done('Verifikasi dua langkah terpasang.')}>
        {cancel}
      </SetUpSecondFactor>
    )
  if (doing === 'codes')
    return (
      <>
        <ProveForm
          route="POST /second-factor/recovery-codes"
          byCode
          action="Buat kode pemulihan baru"
          onProved={answer => setCodes(answer.recoveryCodes)}
        />
        {cancel}
      </>
    )
  if (doing === 'remove')
    return (
      <>
        <p>Sesudah dilepas, sandi saja sudah cukup untuk masuk sebagai Anda.</p>
        <ProveForm
          route="POST /second-factor/remove"
          byCode
          action="Lepas verifikasi dua langkah"
          onProved={() => done('Verifikasi dua langkah dilepas.')}
        />
        {cancel}
      </>
    )
  if (setUpAt === null)
    return (
      <>
        <p>
          Belum terpasang. Sesudah dipasang, masuk memerlukan kode dari aplikasi di ponsel Anda selain sandi, sehingga
          orang yang mengetahui sandi Anda tetap tidak dapat masuk.
        </p>
        <p>
          <Button onClick={() => setDoing('set-up')}>Pasang verifikasi dua langkah</Button>
        </p>
      </>
    )
  return (
    <>
      <p>
        Terpasang sejak {dates.long(setUpAt)}. Kode pemulihan yang belum dipakai: {recoveryCodesLeft}. Bila hilang atau
        belum tersimpan, buat yang baru.
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => setDoing('codes')}>Buat kode pemulihan baru</Button>
        <Button onClick={() => setDoing('move')}>Pindah ke ponsel lain</Button>
        {!required && (
          <Button kind="danger" onClick={() => setDoing('remove')}>
            Lepas
          </Button>
        )}
      </div>
      {required && (
        <p>
          <small>Jabatan Anda mewajibkannya.</small>
        </p>
      )}
    </>
  )
}
