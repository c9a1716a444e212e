import { Link } from 'react-router'
import { Callout } from '#ui/Callout.tsx'
import { count } from '#ui/numbers.ts'
import { paths } from '#ui/paths.ts'
import type { RecapData } from './recapLines.ts'

/** Which figures of the recap were not computed by the rule set in force: those still being computed, and those that keep their own. */
export function RulesNote({ recap: { ruleSet, recomputing, unlike } }: { recap: RecapData }) {
  return (
    <>
      {recomputing > 0 && (
        <Callout tone="warn" title={`${count(recomputing)} laporan masih dihitung ulang`}>
          Aturan penghitungan {ruleSet} baru disetujui. Sampai selesai, angka laporan itu masih menurut aturan
          sebelumnya, dan angka daerah belum final. Muat ulang halaman ini beberapa saat lagi.
        </Callout>
      )}
      {unlike.length > 0 && (
        <Callout tone="warn" title={`${count(unlike.length)} laporan tetap memakai angka semula`}>
          Hasilnya dengan aturannya sendiri tidak lagi sama dengan yang disetujui, jadi tidak dapat dihitung ulang
          menurut aturan penghitungan {ruleSet}. Angka daerah belum final sampai laporan itu dibuka kembali dan
          disetujui lagi:
          <ul>
            {unlike.map(({ office, submission }) => (
              <li key={submission}>
                <Link to={paths.review(submission)}>{office.name}</Link>
              </li>
            ))}
          </ul>
        </Callout>
      )}
    </>
  )
}
