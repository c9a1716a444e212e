import styles from './Print.module.css'
import { Foot } from './PrintedFoot.tsx'

/** The receipt of a submission, on paper. */
export function PrintedReceipt({
  region,
  office,
  title,
  period,
  by,
  facts,
  proof,
}: {
  region: string
  office: string
  title: string
  period: string
  by: string
  facts: Record<string, string>
  proof: Record<string, string>
}) {
  return (
    <article className={styles.paper}>
      <header className={styles.letterhead}>
        <p className={styles.region}>Pemerintah {region}</p>
        <p className={styles.office}>{office}</p>
      </header>
      <h1 className={styles.title}>Tanda terima laporan</h1>
      <p className={styles.standing}>
        {title}, {period}
      </p>
      <Foot facts={{ ...facts, 'Dikirim oleh': by }} technical={proof}>
        <p className={styles.proof}>
          SHA-256 dan segel membuktikan bahwa laporan ini tidak diubah sejak dikirim. Catat segelnya di luar sistem ini;
          pengelola sistem dapat memeriksanya kapan saja.
        </p>
      </Foot>
    </article>
  )
}
