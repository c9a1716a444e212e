import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { addressOf, api } from '../../../lib/api.ts'
import { newId } from '../../../lib/ids.ts'
import { useMay } from '../../../lib/me.tsx'
import { attachmentsQuery } from '../../../lib/submissionQueries.ts'
import { announce } from '../../../ui/announce.ts'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { Icon } from '../../../ui/icons/Icon.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import styles from './Print.module.css'

/** What was signed on paper: read here, and sent here by the office once it is scanned. */
export function SignedScan({ id, n }: { id: string; n: number }) {
  const client = useQueryClient()
  const writes = useMay('submission.write')
  const files = useQuery(attachmentsQuery(id))
  const title = `Naskah bertanda tangan, kiriman ke-${n}`
  const scans = files.data?.items.filter(file => file.anchor === '' && file.title === title && !file.removed) ?? []
  const send = useMutation({
    mutationFn: (file: File) =>
      api('POST /submissions/:id/attachments', {
        params: { id },
        body: { id: newId(), anchor: '', title },
        file,
        fileName: file.name,
      }),
    onSuccess: () => {
      announce('Naskah bertanda tangan dilampirkan.')
      return client.invalidateQueries({ queryKey: attachmentsQuery(id).queryKey })
    },
  })
  if (scans.length === 0 && !writes) return null
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
      {writes && (
        <FileDrop
          label={send.isPending ? 'Mengunggah…' : 'Lampirkan hasil pindai'}
          hint="Unduh PDF, cetak, mintakan tanda tangan kepala, pindai, lalu lampirkan di sini. PDF atau gambar, paling besar 25 MB."
          accept=".pdf,.jpg,.jpeg,.png,.webp"
          whyNot={send.isPending ? 'Tunggu sampai berkas ini selesai diunggah.' : null}
          onFiles={([file]) => file && send.mutate(file)}
        />
      )}
      {send.isError && <ProblemPanel error={send.error} />}
    </section>
  )
}
