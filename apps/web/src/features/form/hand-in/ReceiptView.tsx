import type { ResponseOf } from '../../../lib/apiTypes.ts'
import { useDates } from '../../../lib/me.tsx'
import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { useForm, useSubmission } from '../FormContext.ts'
import styles from './HandIn.module.css'
import { reviewerWords } from './reviewerWords.ts'

export type Receipt = ResponseOf<'POST /submissions/:id/submit'>['receipt']

/** Proof of handing in: number, instant, hash and seal. */
export function ReceiptView({ receipt, onClose }: { receipt: Receipt; onClose: () => void }) {
  const submission = useSubmission()
  const { kind, settings } = useForm()
  const dates = useDates()
  const to = settings.signing ? 'kepala perangkat daerah' : reviewerWords(kind, submission.reportType)
  return (
    <div className={styles.steps}>
      <Callout tone="good" title={`Terkirim kepada ${to}`} live>
        Simpan atau cetak tanda terima ini bila diperlukan; nomornya selalu dapat dilihat lagi di riwayat laporan.
      </Callout>
      <dl className={styles.facts}>
        <dt>Nomor tanda terima</dt>
        <dd className={styles.number}>{receipt.number}</dd>
        <dt>Kiriman ke-</dt>
        <dd>{receipt.revision}</dd>
        <dt>Waktu</dt>
        <dd>{dates.long(receipt.at)}</dd>
        <dt>SHA-256</dt>
        <dd>
          <code>{receipt.sha256}</code>
        </dd>
        <dt>Segel</dt>
        <dd>{receipt.seal ? <code>{receipt.seal}</code> : 'dibubuhkan dalam satu menit; lihat di riwayat'}</dd>
      </dl>
      <span className={styles.buttons}>
        <LinkButton to={paths.print(submission.id, { revision: receipt.revision, receipt: true })} icon="print">
          Cetak tanda terima
        </LinkButton>
        <Button onClick={onClose}>Lihat laporan</Button>
        <LinkButton to={paths.home()} kind="primary">
          Ke beranda
        </LinkButton>
      </span>
    </div>
  )
}
