import { dayOf, spelledDay } from '@sepakat/rules/periods/dates.ts'
import { SaidChart } from '#submissions/SaidChart.tsx'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { keyedBy } from '#ui/keyedBy.ts'
import { formatNumber, sizeWords } from '#ui/numbers.ts'
import { ScrollRegion } from '#ui/ScrollRegion.tsx'
import { tableClass, tableRegionClass } from '#ui/Table.tsx'
import styles from './OpenData.module.css'

type Edition = ResponseOf<'GET /open'>['editions'][number]

const fileNames = { pdf: 'PDF', xlsx: 'Excel (XLSX)', csv: 'Semua tabel (CSV)', json: 'JSON' } as const
/** What people read first, then what programs read. */
const order = ['pdf', 'xlsx', 'csv', 'json'] as const

/** One approved report: its files, the figures of the region, its charts, and its tables as data. */
export function PublishedEdition({ edition, zone }: { edition: Edition; zone: string }) {
  const { name, title, version, approvedAt, files, summary, charts, datasets } = edition
  return (
    <section className={styles.edition}>
      <h2>{name}</h2>
      <p className={styles.quiet}>
        {title}, versi {version}, disahkan {spelledDay(dayOf(approvedAt, zone))}.
      </p>
      <h3>Dokumen</h3>
      {files.length === 0 ? (
        <p>Berkasnya sedang dibuat. Muat ulang halaman ini beberapa saat lagi.</p>
      ) : (
        <ul className={styles.files}>
          {order
            .flatMap(format => files.filter(({ as }) => as === format))
            .map(({ as, bytes, href }) => (
              <li key={as}>
                <a href={href} download>
                  {fileNames[as]}
                  <span className="visually-hidden"> {name}</span>
                  <span>({sizeWords(bytes)})</span>
                </a>
              </li>
            ))}
        </ul>
      )}
      {summary.length > 0 && <Summary figures={summary} name={name} />}
      {charts.length > 0 && <h3>Grafik</h3>}
      {keyedBy(charts).map(([key, chart]) => (
        <SaidChart key={key} number="" chart={chart} />
      ))}
      <h3>Data</h3>
      <Datasets datasets={datasets} name={name} />
    </section>
  )
}

function Summary({ figures, name }: { figures: Edition['summary']; name: string }) {
  return (
    <>
      <h3>Angka ringkas</h3>
      <ScrollRegion label={`Angka ringkas ${name}`} className={tableRegionClass}>
        <table className={tableClass({ frozen: true })}>
          <caption className="visually-hidden">Angka ringkas {name}</caption>
          <thead>
            <tr>
              <th scope="col">Angka</th>
              <th scope="col">Nilai</th>
              <th scope="col">Cakupan</th>
            </tr>
          </thead>
          <tbody>
            {keyedBy(figures).map(([key, { label, value, unit, coverage }]) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td className={styles.num}>
                  {formatNumber(value, { decimals: 2 })} <small>{unit}</small>
                </td>
                <td>{coverage ? `${coverage.approved} dari ${coverage.owed} disetujui` : 'lengkap'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  )
}

function Datasets({ datasets, name }: { datasets: Edition['datasets']; name: string }) {
  return (
    <ul className={styles.datasets}>
      {datasets.map(({ id, title, lines, csv, json }) => (
        <li key={id}>
          <span>
            {title} <small>{lines} baris</small>
          </span>
          <span className={styles.ways}>
            <a href={csv} download>
              CSV
              <span className="visually-hidden">
                : {title}, {name}
              </span>
            </a>
            <a href={json} download>
              JSON
              <span className="visually-hidden">
                : {title}, {name}
              </span>
            </a>
          </span>
        </li>
      ))}
    </ul>
  )
}
