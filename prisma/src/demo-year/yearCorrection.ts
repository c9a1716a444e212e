import type { Answers, FormId } from '@sepakat/rules'

interface Correction {
  pointer: string
  value: string
  /** What the verifier wrote, and what the office answered. */
  note: string
  answer: string
}

const firstRow = (answers: Answers, table: string) =>
  Object.entries(answers[table] ?? {}).find(([, cells]) => !('state' in cells))

/** What a verifier finds in a report of a form, and how the office puts it right; null where nothing is ever found. */
export const yearCorrection = (form: FormId, answers: Answers): Correction | null => {
  const at = (
    table: string,
    field: string,
    value: string,
    words: [note: string, answer: string],
  ): Correction | null => {
    const found = firstRow(answers, table)
    return found ? { pointer: `/${table}/${found[0]}/${field}`, value, note: words[0], answer: words[1] } : null
  }
  switch (form) {
    case 'spm/triwulan': {
      const spent = firstRow(answers, 'budget')?.[1].spent
      return at('budget', 'spent', String(Math.floor(Number(spent) * 0.985)), [
        'Realisasi anggaran belum sesuai SP2D. Mohon dicocokkan dengan rekap keuangan.',
        'Sudah dicocokkan dengan SP2D; satu pembayaran tercatat dua kali dan sudah dikurangi.',
      ])
    }
    case 'lppd/tahunan':
      return at('indicators', 'explanation', 'Angka menurut laporan akhir tahun yang ditandatangani kepala bidang.', [
        'Mohon disebutkan dokumen sumber angka ini.',
        'Dokumen sumbernya sudah ditulis pada keterangan.',
      ])
    case 'sakip/indikator':
      return at(
        'indicators',
        'definition',
        'Ukuran hasil pelayanan sebagaimana ditetapkan dalam Renstra, dihitung per 31 Desember.',
        ['Definisi operasional belum menyebut saat pengukurannya.', 'Saat pengukuran sudah ditambahkan pada definisi.'],
      )
    case 'sakip/perjanjian-kinerja':
      return at('parties', 'rank', 'Pembina Tingkat I', [
        'Pangkat pihak pertama tidak sesuai surat keputusan terakhir.',
        'Pangkat sudah disesuaikan dengan surat keputusan terakhir.',
      ])
    case 'sakip/pengukuran-triwulan':
      return at('programs', 'note', 'Sisa pagu menunggu pembayaran termin berikutnya.', [
        'Serapan rendah. Mohon dijelaskan pada keterangan program.',
        'Penjelasan sudah ditulis pada keterangan.',
      ])
    case 'sakip/lkjip':
      return at(
        'analyses',
        'efficiency',
        'Penghematan berasal dari perjalanan dinas dan pengadaan gabungan; jumlah pegawai tidak bertambah.',
        ['Analisis efisiensi belum menyebut sumber penghematannya.', 'Sumber penghematan sudah diuraikan.'],
      )
    case 'lkpj/tahunan':
      return at('subactivities', 'problem', 'Pengiriman bahan ke kecamatan perbatasan terlambat karena cuaca.', [
        'Mohon ditambahkan permasalahan pada sub kegiatan ini.',
        'Permasalahan sudah ditambahkan.',
      ])
    default:
      return null
  }
}
