import { signedPaperTitle } from '@sepakat/rules/papers/signing.ts'
import { useQuery } from '@tanstack/react-query'
import { SignButton } from '#administration/SignButton.tsx'
import { attachmentsQuery } from '#submissions/submissionQueries.ts'
import { untilMade } from '#submissions/untilMade.ts'
import { useMay } from '#sync/session/me.tsx'
import { addressOf, api, file } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import type { Uploads } from '#sync/uploads/uploads.ts'
import { useSignal } from '#sync/useSignal.ts'
import { Button } from '#ui/Button.tsx'
import { FileDrop } from '#ui/FileDrop.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import { useUploads } from '../attach/useUploads.ts'
import { UploadProgress } from '../panel/UploadProgress.tsx'
import styles from './Print.module.css'

/** Signs the paper of a submission electronically, once it is made; the signed one is then among the report's files. */
function SignPaper({ id, n, paper, name }: { id: string; n: number; paper: string; name: string }) {
  const invalidate = useInvalidate()
  return (
    <SignButton
      of={name}
      route="PUT /submissions/:id/revisions/:n/signature"
      send={async body => {
        await untilMade(() =>
          file('GET /submissions/:id/papers/:paper', { params: { id, paper }, query: { revision: n } }),
        )
        await api('PUT /submissions/:id/revisions/:n/signature', { params: { id, n }, body })
        await invalidate('GET /submissions/:id/attachments')
      }}
    />
  )
}

interface SignedScanProps {
  id: string
  n: number
  /** What the head signs electronically: the paper of the last submission, and its name; null where there is none. */
  paper: { id: string; name: string } | null
}

/** The signed paper: shown here, scanned and uploaded here by the office, or signed here by its head. Offline a scan is queued like any file. */
export function SignedScan({ id, n, paper }: SignedScanProps) {
  const writes = useMay('submission.write')
  const signs = useMay('submission.sign') && paper
  const files = useQuery(attachmentsQuery(id))
  const uploads = useUploads(id)
  const title = signedPaperTitle(n)
  const scans = files.data?.items.filter(file => file.anchor === '' && file.title === title && !file.removed) ?? []
  if (scans.length === 0 && !writes && !signs) return null
  return (
    <section className={styles.signed} aria-labelledby="naskah">
      <h2 id="naskah">Naskah bertanda tangan</h2>
      {scans.map(file => (
        <a
          key={file.id}
          href={addressOf('GET /submissions/:id/attachments/:attachment/content', {
            params: { id, attachment: file.id },
          })}
        >
          <Icon name="file" size={16} /> {file.fileName}
        </a>
      ))}
      {signs && files.data && scans.length === 0 && <SignPaper id={id} n={n} paper={signs.id} name={signs.name} />}
      {writes && (
        <>
          <OnTheirWay uploads={uploads} title={title} />
          <FileDrop
            label="Lampirkan hasil pindai"
            hint={`Unduh PDF, cetak, mintakan tanda tangan kepala, pindai, lalu lampirkan di sini${paper ? '; atau kepala menandatanganinya secara elektronik di halaman ini' : ''}. PDF atau gambar, paling besar 25 MB.`}
            accept=".pdf,.jpg,.jpeg,.png,.webp"
            onFiles={chosen => void uploads.add('', chosen, { title })}
          />
        </>
      )}
    </section>
  )
}

/** Scans that have not arrived, with their state. */
function OnTheirWay({ uploads, title }: { uploads: Uploads; title: string }) {
  const all = useSignal(uploads, 'uploads', uploads.all)
  return all
    .filter(upload => upload.anchor === '' && upload.title === title)
    .map(upload => (
      <div key={upload.id} className={styles.coming}>
        <span>{upload.fileName}</span>
        {upload.state === 'waiting' && <UploadProgress upload={upload} />}
        {[upload.message, upload.onPage].filter(Boolean).map(words => (
          <span key={words} role="alert">
            {words}
          </span>
        ))}
        <span className={styles.ways}>
          {upload.state === 'stuck' && upload.sha256 && (
            <Button small onClick={() => uploads.start(upload.id)}>
              Coba kirim lagi
            </Button>
          )}
          <Button small kind="quiet" onClick={() => uploads.drop(upload.id)}>
            Batalkan
          </Button>
        </span>
      </div>
    ))
}
