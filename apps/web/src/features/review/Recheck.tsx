import type { FormNames } from '@sepakat/rules/names/formNames.ts'
import { rowAnchorOf } from '#sheet/answers/cells.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { useDates } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import styles from './Recheck.module.css'

/** A report this one reads has changed since: findings that were not there at submission. */
export function Recheck({
  submission,
  names,
  onGo,
}: {
  submission: Pick<Submission, 'recheck'>
  names: FormNames | null
  onGo?: (anchor: string) => void
}) {
  const dates = useDates()
  const { recheck } = submission
  if (!recheck) return null
  return (
    <Callout tone="warn" title={`${recheck.because}; temuan laporan ini dihitung ulang`}>
      <p>
        {dates.long(recheck.at)}. Kirimannya sendiri tidak berubah.{' '}
        {recheck.findings.length === 0 && 'Ada temuan yang tidak lagi berlaku; tidak ada temuan baru.'}
      </p>
      {recheck.findings.length > 0 && (
        <ul className={styles.findings}>
          {recheck.findings.map(finding => {
            const row = rowAnchorOf(finding.at)
            const label = names?.anchor(finding.at)
            return (
              <li key={`${finding.code} ${finding.at}`}>
                {label && row && onGo ? (
                  <Button kind="quiet" small className={styles.to} onClick={() => onGo(row)}>
                    {label}
                  </Button>
                ) : (
                  label && <strong>{label}</strong>
                )}{' '}
                {finding.message}
              </li>
            )
          })}
        </ul>
      )}
    </Callout>
  )
}
