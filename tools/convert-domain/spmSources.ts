// The places the SPM material was read in, as an admin reads them: the beginning of the collected text → its text here.
const SOURCES: [string, string][] = [
  [
    'github:agusnurwanto/wp-sipd',
    'github agusnurwanto/wp-sipd, sql-migrate/migrate-17-10-2022.sql (label "Belanja SPM ...", 29 baris)',
  ],
  [
    'a public code file (form "Rerata',
    'formulir "Rerata Hasil Evaluasi UPP menurut Pedoman Permendagri 59/2021" (berkas kode publik)',
  ],
  [
    'https://id.scribd.com/document/707256550',
    'https://id.scribd.com/document/707256550/CAPAIAN-SPM-2023 (daftar indikator e-SPM 2021-2023; hanya bagian awal terbaca)',
  ],
  [
    'https://data.blitarkab.go.id',
    'https://data.blitarkab.go.id/data/tingkat-partisipasi-warga-negara-usia-5-6-tahun-dalam-pendidikan-usia-dini-7z18djnx',
  ],
  ['https://datago.magelangkota.go.id', 'https://datago.magelangkota.go.id/frontend/ikk/data (bunyi IKK LPPD)'],
  [
    'a public code file (Puskesmas form',
    'formulir Puskesmas "SPM Kesehatan Daerah Kabupaten", bunyi lampiran Permenkes 4/2019 (berkas kode publik)',
  ],
  [
    'github:SonyChand/blablas',
    'github SonyChand/blablas, SubLayananSeeder.php (Dinas Kesehatan Kab. Ciamis, formulir SPM "Versi 2", Desember 2024)',
  ],
  [
    'https://id.scribd.com/document/682134572',
    'https://id.scribd.com/document/682134572 (paparan PUPR 27 Juli 2023) ; https://id.scribd.com/document/701340750 (rancangan lampiran Permen PUPR 13/2023)',
  ],
  [
    'https://123dok.com/document/q5m2705j',
    'https://123dok.com/document/q5m2705j-standar-pelayanan-minimal-pekerjaan-umum.html (Permen PUPR 29/PRT/M/2018 Lampiran I, bagian awal)',
  ],
  [
    'Kota Gorontalo e-data',
    'Kota Gorontalo e-data (edata.gorontalokota.go.id, salinan 21-06-2022 di github jamdin-thalib/jamdinthalib.datamikro)',
  ],
  [
    'https://vdokumen.com/lampiran-ii',
    'https://vdokumen.com/lampiran-ii-peraturan-menteri-pekerjaan-umum-dan-.html (Permen PUPR 29/PRT/M/2018 Lampiran II, bagian awal)',
  ],
  [
    'https://pdfcoffee.com/spm-perumahan',
    'https://pdfcoffee.com/spm-perumahan-rakyat-dok-rp3kp-pdf-free.html (paparan PUPR tentang peraturan yang sama)',
  ],
  [
    'nomenclature of sub kegiatan',
    'nomenklatur sub kegiatan (masa Kepmendagri 900.1.15.5-3406/2024; github naufalpi/e-sakip-bna dan berkas perencanaan publik)',
  ],
  [
    'https://123dok.com/article/bidang-ketenteraman',
    'https://123dok.com/article/bidang-ketenteraman-ketertiban-umum-perlindungan-masyarakat-jenis-pelayanan.yngod43k ; https://123dok.com/article/urusan-ketenteraman-ketertiban-umum-dan-perlindungan-masyarakat.zgw40kpn (dua laporan SPM daerah TA 2020)',
  ],
  [
    'https://id.scribd.com/document/714887438',
    'https://id.scribd.com/document/714887438/Lampiran-v-SPM-Bidang-Ketenteraman-Ketertiban-Umum (Pergub NTB 32/2022 Lampiran V, salinan Permendagri 121/2018 untuk provinsi)',
  ],
  [
    'https://id.scribd.com/presentation/452031402',
    'https://id.scribd.com/presentation/452031402/SPM-SATPOL-PP-bpsdm-JULI-pptx (paparan Kemendagri, Permendagri 121/2018, bagian awal)',
  ],
  [
    'https://blog.paperplane-tm.site',
    'https://blog.paperplane-tm.site/2019/12/permendagri-nomor-101-tahun-2020-wacana.html (mengulang Pasal 2-4 Permendagri 101/2018; tahun salah cetak, beberapa kata berubah)',
  ],
  [
    'https://anyflip.com/ybfyv',
    'https://anyflip.com/ybfyv/apos/basic (Ditjen Bina Adwil, petunjuk teknis SPM sub-urusan bencana: 3 layanan, 12 sub kegiatan)',
  ],
  [
    'https://dokumen.tech/document/11',
    'https://dokumen.tech/document/11-lampiran-peraturan-menteri-dalam-negeri-2021-1-13-lampiran-peraturan-menteri.html (Lampiran Permendagri 101/2018, bagian awal)',
  ],
  [
    'a public planning data file',
    'berkas perencanaan publik sebuah BPBD kabupaten (sub kegiatan 1.05.03.2.01 sampai .03 dengan indikator dan satuan)',
  ],
  ['https://id.scribd.com/document/540034587', 'https://id.scribd.com/document/540034587/SPM-urusan-Kebakaran'],
  [
    'http://e-spm.blitarkota.go.id',
    'http://e-spm.blitarkota.go.id/cetakspmSosial (bunyi indikator kelima jenis sosial)',
  ],
  [
    'https://satudata.singkawangkota.go.id',
    'https://satudata.singkawangkota.go.id/dataset/persentase-rehabilitasi-sosial-dasar-tuna-wisma-khususnya-gelandangan-dan-pengemis-di-luar-panti',
  ],
  [
    'https://id.scribd.com/presentation/470583086',
    'https://id.scribd.com/presentation/470583086/Yanti-SPM-Bidang-Sosial-Mei-23-2018 (paparan Kemensos, Permensos 9/2018)',
  ],
  [
    'https://iariadi.web.id',
    'https://iariadi.web.id/standar-teknis-pelayanan-dasar-pada-standar-pelayanan-minimal-bidang-sosial-di-daerah-provinsi-dan-di-daerah-kabupaten-kota/ (Permensos 9/2018: penerima per jenis)',
  ],
  [
    'https://123dok.com/article/kondisi-pemenuhan',
    'https://123dok.com/article/kondisi-pemenuhan-spm-pada-pelayanan-dasar.qmj9vk0w',
  ],
]

const GENERAL = 2 // the first two name all services, never a quality row
const EDUCATION = 2
const HEALTH_BEFORE = 5
const HEALTH_2024 = 6

const numbers = (collected: string[]): number[] =>
  collected
    .filter(text => !text.startsWith('memory'))
    .map(text => {
      const n = SOURCES.findIndex(([start]) => text.startsWith(start))
      if (n < 0) throw new Error(`unknown source "${text}"`)
      return n
    })
const text = (list: number[]) => list.map(n => SOURCES[n]![1]).join(' ; ')

export const serviceSource = (collected: string[]) => text(numbers(collected))

export function qualitySource(collected: string[], urusan: string, from: number): string {
  if (urusan === '1.01') return text([EDUCATION])
  if (urusan === '1.02') return text([from < 2024 ? HEALTH_BEFORE : HEALTH_2024])
  return text(numbers(collected).filter(n => n >= GENERAL))
}
