import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import type { ResponseOf } from '../../../lib/apiTypes.ts'
import { useDates, useMe } from '../../../lib/me.tsx'
import styles from './CodeSlip.module.css'

type Issued = ResponseOf<'POST /people/:id/codes'>

/**
 * What is printed while codes are shown: slips to hand over, and nothing else of the page. On screen they are not there.
 * They hang beside the application so that the rest can be left out of print.
 */
export function CodeSlips({ issued }: { issued: readonly Issued[] }) {
  useEffect(() => {
    document.documentElement.dataset.print = 'slip'
    return () => {
      delete document.documentElement.dataset.print
    }
  }, [])
  return createPortal(
    <div data-slip="" className={issued.length > 1 ? styles.many : undefined}>
      {issued.map(one => (
        <CodeSlip key={one.signInName} issued={one} />
      ))}
    </div>,
    document.body,
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
        <li>Buat sandi Anda sendiri, paling sedikit 10 huruf.</li>
      </ol>
      <p>
        Jangan berikan slip ini kepada orang lain. Pertanyaan: {me.contact.name}
        {me.contact.whatsapp && `, WhatsApp ${me.contact.whatsapp}`}.
      </p>
    </div>
  )
}
