/** Why a file is not taken, in words that say what to do instead. */
export class RefusedFile extends Error {}

const reasons = {
  empty: 'Berkas ini kosong. Periksa berkasnya, lalu kirim lagi.',
  unknown:
    'Jenis berkas ini tidak diterima. Simpan sebagai PDF, JPEG, PNG, WEBP, XLSX, atau DOCX, lalu kirim hasilnya.',
  archive:
    'Berkas ini arsip (ZIP, RAR, 7z, atau sejenisnya). Keluarkan isinya, lalu lampirkan berkasnya satu per satu.',
  macro:
    'Berkas ini berisi makro. Di Excel atau Word pilih Simpan Sebagai, jenis "Excel Workbook (.xlsx)" atau "Word Document (.docx)", lalu kirim hasilnya.',
  ole: 'Berkas ini memuat berkas lain di dalamnya (objek OLE). Hapus objek itu atau simpan sebagai PDF, dan lampirkan berkas yang dimuat secara terpisah.',
  script:
    'PDF ini menjalankan skrip (JavaScript atau formulir dinamis). Buka berkasnya, cetak lagi ke PDF (Cetak, lalu "Simpan sebagai PDF"), lalu kirim hasilnya.',
  opensFile:
    'PDF ini membuka berkas lain atau menjalankan program dari dalamnya. Buka berkasnya, cetak lagi ke PDF (Cetak, lalu "Simpan sebagai PDF"), lalu kirim hasilnya.',
  template:
    'Berkas Word ini mengambil templat dari tempat lain. Di Word buka Opsi, Add-in, Kelola Templat, lepaskan templat yang tertaut (pilih Normal), simpan, lalu kirim lagi; atau simpan sebagai PDF.',
  fetched:
    'Berkas Word ini mengambil isi dari berkas lain saat dibuka (bingkai, bagian dokumen, atau sumber gabungan surat). Simpan sebagai PDF, lalu kirim hasilnya.',
  connection:
    'Berkas ini mengambil data dari luar setiap kali dibuka. Di Excel buka Data, Kueri & Koneksi, hapus koneksinya, simpan, lalu kirim lagi; atau simpan sebagai PDF.',
  dde: 'Berkas ini meminta data dari program lain saat dibuka (DDE). Ubah isian itu menjadi nilai biasa (Salin, lalu Tempel Nilai) atau simpan sebagai PDF, lalu kirim hasilnya.',
  pixels: 'Gambar ini lebih dari 200 megapiksel. Perkecil ukurannya atau simpan sebagai PDF, lalu kirim hasilnya.',
  encryptedPdf: 'PDF ini terkunci sandi. Buka dengan sandinya, cetak lagi ke PDF tanpa sandi, lalu kirim hasilnya.',
  encryptedOffice:
    'Berkas ini terkunci sandi. Buka dengan sandinya, hapus sandi lewat menu Info lalu Proteksi, simpan, dan kirim lagi.',
  oldOffice:
    'Berkas ini berjenis Office lama (DOC, XLS, atau PPT). Simpan ulang sebagai DOCX, XLSX, atau PDF, lalu kirim hasilnya.',
  otherOffice: 'Jenis berkas Office ini tidak diterima. Simpan sebagai XLSX, DOCX, atau PDF, lalu kirim hasilnya.',
  unsafePath:
    'Berkas ini memuat nama berkas yang tidak wajar di dalamnya. Buka, simpan ulang dengan nama baru, lalu kirim hasilnya.',
  bomb: 'Isi berkas ini terlalu besar setelah dibuka. Pecah menjadi beberapa berkas atau simpan sebagai PDF, lalu kirim hasilnya.',
  damaged: 'Berkas ini rusak atau tidak utuh. Buka, simpan ulang, lalu kirim hasilnya.',
} as const

export const refuseFile = (reason: keyof typeof reasons): never => {
  throw new RefusedFile(reasons[reason])
}
