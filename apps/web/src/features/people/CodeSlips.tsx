import { passwordLength } from '@sepakat/rules/access/signIn.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { useDates, useMe } from '#sync/session/me.tsx'
import styles from '#ui/Slips.module.css'
import { Slips } from '#ui/Slips.tsx'

type Issued = ResponseOf<'POST /people/:id/codes'>

/** Printed slips with one code each. */
export function CodeSlips({ issued }: { issued: readonly Issued[] }) {
  return (
    <Slips many={issued.length > 1}>
      {issued.map(one => (
        <CodeSlip key={one.signInName} issued={one} />
      ))}
    </Slips>
  )
}

function CodeSlip({ issued }: { issued: Issued }) {
  const me = useMe()
  const dates = useDates()
  return (
    <div className={styles.slip}>
      <p className={styles.head}>SEPAKAT · {me.region.name}</p>
      <p>Kode masuk sekali pakai untuk</p>
      <p className={styles.name}>{issued.name}</p>
      <table className={styles.facts}>
        <tbody>
          <tr>
            <th scope="row">Nama masuk</th>
            <td>{issued.signInName}</td>
          </tr>
          <tr>
            <th scope="row">Kode</th>
            <td className={styles.code}>{issued.code}</td>
          </tr>
          <tr>
            <th scope="row">Berlaku sampai</th>
            <td>{dates.long(issued.expiresAt)}</td>
          </tr>
        </tbody>
      </table>
      <ol className={styles.steps}>
        <li>
          Buka <b>{location.origin}</b>
        </li>
        <li>Pilih “Pakai kode dari pengelola”.</li>
        <li>Tulis nama masuk dan kode di atas.</li>
        <li>Buat sandi Anda sendiri, paling sedikit {passwordLength.min} huruf.</li>
      </ol>
      <p>
        Jangan berikan slip ini kepada orang lain. Pertanyaan: {me.contact.name}
        {me.contact.whatsapp && `, WhatsApp ${me.contact.whatsapp}`}.
      </p>
    </div>
  )
}
