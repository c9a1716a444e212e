import { type Answers, rowsOf } from '@sepakat/rules'
import { draw } from '../draw.ts'
import { printedRows } from '../printedTables.ts'
import type { Ask } from '../YearOffice.ts'

/** Of each part of the budget, the share of each of its lines. */
const shares: Record<string, Record<string, number>> = {
  pad: { 'pajak-daerah': 0.31, 'retribusi-daerah': 0.04, 'hasil-pengelolaan-kekayaan': 0.07, 'lain-lain-pad': 0.58 },
  'pendapatan-transfer': { 'transfer-pusat': 0.93, 'transfer-antar-daerah': 0.07 },
  'lain-lain-pendapatan': { hibah: 1 },
  'belanja-operasi': { pegawai: 0.58, 'barang-jasa': 0.39, hibah: 0.025, 'bantuan-sosial': 0.005 },
  'belanja-modal': {
    'peralatan-mesin': 0.2,
    'gedung-bangunan': 0.32,
    'jalan-jaringan-irigasi': 0.44,
    'aset-lainnya': 0.04,
  },
  'belanja-tidak-terduga': { 'tidak-terduga': 1 },
  'belanja-transfer': { 'bagi-hasil': 0.03, 'bantuan-keuangan': 0.97 },
  'penerimaan-pembiayaan': { 'silpa-sebelumnya': 1 },
  'pengeluaran-pembiayaan': { 'penyertaan-modal': 1 },
}
const million = 1_000_000

/** Parts of the budget in millions of rupiah. Own revenue and the whole are as Nunukan published them last (2021). */
const partsOf = (): Record<string, number> => {
  const printed = (of: string) =>
    Number(
      printedRows('lkpj.csv', null).find(({ daerah, uraian }) => daerah === 'Nunukan' && uraian?.startsWith(of))
        ?.realisasi,
    )
  const own = Math.round(printed('PAD') * 1000)
  const income = Math.round(printed('Pendapatan daerah') * 1_000_000)
  return {
    ...{ pad: own, 'lain-lain-pendapatan': 12_000, 'pendapatan-transfer': income - own - 12_000 },
    ...{
      'belanja-operasi': 940_000,
      'belanja-modal': 310_000,
      'belanja-tidak-terduga': 15_000,
      'belanja-transfer': 205_000,
    },
    'pengeluaran-pembiayaan': 10_000,
  }
}

/** The budget of the regency and what became of it: balanced as planned, with what was left over at the end of the year. */
export const budgetOf = ({ seed, year, firstYear, catalogue }: Ask): Answers => {
  const grown = 1 + (year - firstYear) * 0.04
  const parts = Object.fromEntries(
    Object.entries(partsOf()).map(([part, amount]) => [part, Math.round(amount * grown)]),
  )
  const lines = rowsOf(catalogue, year).filter(({ table }) => table === 'lines')
  const amountOf = (id: string): number => {
    const [part = '', line = ''] = id.split('.')
    return Math.round((parts[part] ?? 0) * (shares[part]?.[line] ?? 0))
  }
  const sum = (is: RegExp) => lines.filter(({ id }) => is.test(id)).reduce((all, { id }) => all + amountOf(id), 0)
  const gap = sum(/^belanja/) + sum(/^pengeluaran/) - sum(/^(pad|pendapatan|lain-lain)/)
  const row = (id: string): Record<string, string> => {
    const amount = id === 'penerimaan-pembiayaan.silpa-sebelumnya' ? gap : amountOf(id)
    const spends = /^(belanja|pengeluaran)/.test(id)
    const share = id.startsWith('penerimaan') ? 100 : (spends ? 88 : 96) + (draw(seed, year, id) % 8)
    return { before: String(amount * million), realized: String(Math.round((amount * share) / 100) * million) }
  }
  return { lines: Object.fromEntries(lines.map(({ id }) => [id, row(id)])) }
}
