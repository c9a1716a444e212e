import { reportTypesText } from '#administration/reportTypes.ts'
import { Callout } from '#ui/Callout.tsx'
import { count } from '#ui/numbers.ts'
import type { Preview } from './queries.ts'

/** Offices that owe something in the year but cannot file it, since they are in no wave. */
export function OutsideWaves({ year, outside }: { year: number; outside: Preview['outside'] }) {
  if (outside.length === 0) return null
  return (
    <Callout tone="warn" title={`${count(outside.length)} perangkat daerah belum masuk gelombang`}>
      Mereka mengampu laporan tahun {year}, tetapi belum dapat mengisinya. Angka daerah baru lengkap setelah semuanya
      ikut.
      <details>
        <summary>Lihat perangkat daerahnya</summary>
        <ul>
          {outside.map(({ id, name, reportTypes }) => (
            <li key={id}>
              {name}: {reportTypesText(reportTypes)}
            </li>
          ))}
        </ul>
      </details>
    </Callout>
  )
}
