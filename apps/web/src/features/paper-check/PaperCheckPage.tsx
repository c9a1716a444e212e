import { useCallback, useEffect, useState } from 'react'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { api } from '#sync/transport/api.ts'
import { usePageTitle } from '#ui/usePageTitle.ts'
import styles from './PaperCheck.module.css'

type Known = { genuine: boolean } | { failed: unknown } | null

/** Says to anybody, without a sign-in, whether the number and code on a paper are genuine, and nothing of what it says. */
export function PaperCheckPage() {
  const [, , receipt = '', code = ''] = location.pathname.split('/').map(decoded)
  const [known, setKnown] = useState<Known>(null)
  const title = known === null ? 'Memeriksa naskah…' : words(known).title
  const heading = usePageTitle(title)
  const ask = useCallback(() => {
    setKnown(null)
    if (!receipt || !code) return setKnown({ genuine: false })
    api('GET /papers/:receipt/:code', { params: { receipt, code } }).then(setKnown, failed => setKnown({ failed }))
  }, [receipt, code])
  useEffect(ask, [ask])
  return (
    <main className={styles.page}>
      <p className={styles.name}>SEPAKAT</p>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <dl>
        <dt>Nomor</dt>
        <dd>{receipt || '-'}</dd>
        <dt>Kode periksa</dt>
        <dd>{code || '-'}</dd>
      </dl>
      <div aria-live="polite">
        {known && 'failed' in known ? (
          <ProblemPanel error={known.failed} onRetry={ask} />
        ) : (
          known && <p>{words(known).text}</p>
        )}
      </div>
    </main>
  )
}

/** As it was written where it cannot be decoded. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function words(known: Exclude<Known, null>): { title: string; text: string } {
  if ('failed' in known) return { title: 'Naskah belum dapat diperiksa', text: '' }
  return known.genuine
    ? {
        title: 'Asli',
        text: 'Nomor dan kode ini tercatat di SEPAKAT. Halaman ini tidak memuat isi naskah: bila isinya diragukan, cocokkan dengan naskah pada perangkat daerah yang menerbitkannya.',
      }
    : {
        title: 'Tidak dikenal',
        text: 'Nomor dan kode ini tidak tercatat di SEPAKAT. Periksa penulisannya, lalu tanyakan kepada perangkat daerah yang namanya ada pada naskah.',
      }
}
