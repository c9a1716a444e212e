import type { ResponseOf } from '#sync/apiTypes.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import styles from './SignIn.module.css'

type Public = ResponseOf<'GET /public'>
type Account = Public['demo'][number]

/** Only where the server lists them: on the machine itself, with the demo region. */
export function DemoAccounts({
  accounts,
  filling,
  onChoose,
}: {
  accounts: readonly Account[]
  /** How far the region is filled in; null or absent: it is complete. */
  filling?: Public['demoYear']
  onChoose: (account: Account) => void
}) {
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <h2 id="demo-title">Akun contoh</h2>
      <p className={styles.meaning}>Hanya di komputer ini. Pilih satu, lalu tekan Masuk.</p>
      {filling && (
        <p className={styles.filling} role="status">
          Data contoh sedang diisi: {filling.done} dari {filling.all} perangkat daerah.
        </p>
      )}
      <ul className={styles.accounts}>
        {accounts.map(account => (
          <li key={account.username}>
            <Button
              onClick={() => {
                onChoose(account)
                announce(`Nama dan sandi ${account.label} sudah terisi.`)
              }}
            >
              <span className={styles.account}>
                <span>{account.label}</span>
                <small>{account.username}</small>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
