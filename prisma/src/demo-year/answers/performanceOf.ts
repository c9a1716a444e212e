import type { Answers } from '@sepakat/rules'
import { rowsOf } from '@sepakat/rules'
import type { Ask } from '../YearOffice.ts'
import { planYear } from '../yearIndicators.ts'
import { yearPrograms } from '../yearPrograms.ts'
import { registerRows } from './registerOf.ts'

/** The LKjIP of an office: its chapters, the analyses of its objective, the programmes that served it. */
export const performanceOf = (ask: Ask): Answers => {
  const { seed, office, year, firstYear, catalogue } = ask
  const { objective, indicators } = registerRows(ask)
  const own = planYear(ask)
  const chapter = (table: string) =>
    Object.fromEntries(
      rowsOf(catalogue, year)
        .filter(row => row.table === table)
        .map(row => [
          row.id,
          {
            text: `${row.label} ${office.name} tahun ${year} disusun menurut Renstra dan perjanjian kinerja tahun itu, dengan ${indicators.length} indikator kinerja utama yang diukur setiap triwulan.`,
          },
        ]),
    )
  const [main] = indicators
  return {
    opening: chapter('opening'),
    indicators: Object.fromEntries(
      indicators.flatMap(it => (year === firstYear ? [[it.id, { earlier1: it.reached[own - 1] ?? it.base }]] : [])),
    ),
    analyses: {
      [objective]: {
        thisYear: `Target ${main!.name.toLowerCase()} tahun ${year} ialah ${main!.targets[own]}; hasilnya dibaca pada tabel di atas.`,
        earlier: `Dibandingkan kondisi awal (${main!.base}), hasilnya bergerak menurut arah yang direncanakan.`,
        midTerm: `Terhadap target akhir Renstra (${main!.targets[4]}), hasil tahun ini menjadi pijakan target tahun berikutnya.`,
        causes:
          'Didukung koordinasi antarbidang; terhambat jarak ke kecamatan yang hanya terjangkau perahu atau pesawat perintis.',
        efficiency:
          'Belanja disesuaikan dengan jadwal kegiatan, sehingga sisa anggaran berasal dari penghematan perjalanan dan pengadaan.',
        programs: 'Program penunjang memastikan layanan berjalan; program urusan menghasilkan keluaran yang diukur.',
      },
    },
    programs: Object.fromEntries(
      yearPrograms(seed, office, year, firstYear).map(({ id }) => [
        id,
        { objective, note: 'Realisasi menurut laporan keuangan yang belum diaudit.' },
      ]),
    ),
    closing: chapter('closing'),
  }
}
