import type { Role } from '@sepakat/rules'

/** What a user new to a post does first, in three steps at most. */
export const firstSteps: Record<Role, readonly string[]> = {
  operator: [
    'Buka laporan yang tercantum di “Perlu dikerjakan”. Isian Anda tersimpan sendiri.',
    'Pilih satu isian untuk melihat petunjuk, dasar hukum, dan angka periode lalu, serta untuk melampirkan bukti.',
    'Tekan Kirim bila tidak ada lagi yang salah. Catatan verifikator muncul di halaman ini.',
  ],
  head: [
    'Laporan yang menunggu tanda tangan Anda tercantum di halaman ini.',
    'Baca isinya dan angkanya, lalu tanda tangani, atau tolak dengan alasan.',
    'Untuk tanda tangan basah, buka Cetak pada laporannya dan unduh PDF.',
  ],
  verifier: [
    'Ambil satu laporan dari antrean di Periksa.',
    'Baca yang berubah dan buktinya, tandai barisnya, dan beri catatan pada isian yang perlu diperbaiki.',
    'Setujui, atau kembalikan dengan tanggal jawaban.',
  ],
  evaluator: [
    'Ambil satu laporan dari antrean di Periksa.',
    'Nilai setiap bagian dan tulis alasannya; nilai usulan dihitung dari kriteria yang terpenuhi.',
    'Setujui, atau kembalikan dengan catatan dan tanggal jawaban.',
  ],
  coordinator: [
    'Di Pengelolaan, buat periode lapor tahun ini dan tetapkan pengampu setiap baris.',
    'Nyalakan perangkat daerah dalam gelombang, lalu buat kewajiban lapornya.',
    'Tindak lanjuti yang terlambat dan tersendat di Beranda; kabari semua orang lewat Pengumuman.',
  ],
  approver: [
    'Baca angka seluruh daerah di Ringkasan.',
    'Tekan suatu angka untuk melihat cara menghitungnya dan membuka kiriman asalnya.',
    'Hak baru yang menunggu Anda sebagai orang kedua tampil di Beranda.',
  ],
  leader: [
    'Ringkasan menunjukkan laporan yang sudah disetujui, yang terlambat, dan angka seluruh daerah.',
    'Tekan suatu angka untuk melihat cara menghitungnya dan membuka kiriman asalnya.',
  ],
  auditor: [
    'Ringkasan dan Laporan menunjukkan semua laporan; Riwayat pada tiap laporan menunjukkan siapa berbuat apa, kapan.',
    'Riwayat terkunci oleh segel setiap menit; nomor segel ada pada tanda terima.',
    'Persetujuan kedua, di Pengelolaan, menunjukkan siapa yang diberi hak dan oleh siapa, juga yang berlaku tanpa orang kedua.',
  ],
  admin: [
    'Di Pengelolaan, periksa perangkat daerah, lalu tambahkan orang beserta jabatannya dan beri kode masuk.',
    'Isi nama daerah, narahubung, dan langkah pemeriksaan di Pengaturan.',
    'Lihat Keadaan sistem di kaki halaman bila ada yang terasa lambat.',
  ],
}
