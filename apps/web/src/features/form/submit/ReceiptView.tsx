import { useDates } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Facts } from '#ui/Facts.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { paths } from '#ui/paths.ts'
import { TechnicalDetails } from '#ui/TechnicalDetails.tsx'
import { useForm, useSubmission } from '../FormContext.ts'
import { type Receipt, receiptFacts, receiptProof, reviewerWords } from './receiptFacts.ts'
import styles from './SubmitCheck.module.css'
import { useSeal } from './useSeal.ts'

/** The receipt of a submission. */
export function ReceiptView({ receipt, onClose }: { receipt: Receipt; onClose: () => void }) {
  const submission = useSubmission()
  const { kind, settings } = useForm()
  const dates = useDates()
  const seal = useSeal(submission.id, receipt.revision)
  const to = settings.signing ? 'kepala perangkat daerah' : reviewerWords(kind, submission.reportType)
  return (
    <div className={styles.steps}>
      <Callout tone="good" title={`Terkirim kepada ${to}`} live>
        Simpan atau cetak tanda terima ini bila diperlukan; Anda selalu dapat membukanya lagi dari riwayat laporan.
      </Callout>
      <Facts facts={receiptFacts(receipt, dates.long)} />
      <TechnicalDetails facts={receiptProof(receipt, seal, dates.long)} />
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
