import { z } from 'zod'

/**
 * Everything that can go wrong, with a stable code that is never reused for another meaning.
 * `title` is what it is, `detail` (written where it happens, or here) what to do about it.
 */
export const problems = {
  'bad-request': {
    status: 400,
    title: 'Permintaan tidak dapat dibaca',
    detail: 'Periksa alamat dan kepala permintaan, lalu ulangi.',
  },
  'bad-json': {
    status: 400,
    title: 'Isi permintaan bukan JSON yang benar',
    detail: 'Periksa tanda kurung, koma, dan tanda kutip pada isi permintaan.',
  },
  'not-signed-in': { status: 401, title: 'Anda belum masuk', detail: 'Masuk lagi, lalu ulangi.' },
  'bad-credentials': {
    status: 401,
    title: 'Nama atau sandi tidak cocok',
    detail: 'Periksa NIP atau nama pengguna dan sandi Anda. Bila lupa, minta kode masuk kepada pengelola.',
  },
  'second-factor-required': {
    status: 401,
    title: 'Kode verifikasi diperlukan',
    detail: 'Tulis kode enam angka dari aplikasi autentikator Anda, atau salah satu kode pemulihan.',
  },
  'second-factor-wrong': {
    status: 401,
    title: 'Kode verifikasi tidak cocok',
    detail:
      'Tulis kode yang sedang tampil di aplikasi autentikator; satu kode hanya dapat dipakai satu kali. Bila selalu ditolak, samakan jam ponsel Anda atau pakai kode pemulihan.',
  },
  'no-right': {
    status: 403,
    title: 'Anda tidak berwenang',
    detail: 'Jabatan yang sedang Anda pakai tidak memberi wewenang ini. Ganti jabatan atau hubungi pengelola.',
  },
  'origin-refused': {
    status: 403,
    title: 'Permintaan dari alamat lain ditolak',
    detail: 'Buka aplikasi dari alamat resminya, lalu ulangi.',
  },
  'password-change-required': {
    status: 403,
    title: 'Sandi harus diganti dahulu',
    detail: 'Buat sandi baru, lalu lanjutkan.',
  },
  'second-factor-setup-required': {
    status: 403,
    title: 'Verifikasi dua langkah harus dipasang dahulu',
    detail: 'Jabatan pengelola dan pengesah memerlukannya. Muat ulang halaman, pasang, lalu lanjutkan.',
  },
  'acting-elsewhere': {
    status: 409,
    title: 'Orang atau jabatan sudah berganti di tab lain',
    detail: 'Permintaan ini dibuat sebagai orang atau jabatan lain. Muat ulang halaman, lalu ulangi.',
  },
  'not-found': {
    status: 404,
    title: 'Tidak ditemukan',
    detail: 'Alamat ini tidak ada, atau bukan milik perangkat daerah Anda.',
  },
  'upload-gone': {
    status: 404,
    title: 'Unggahan tidak ada lagi',
    detail: 'Kirim berkas itu lagi dari awal.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Cara ini tidak dikenal di alamat ini',
    detail: 'Lihat daftar alamat di /api/docs.',
  },
  'wrong-status': {
    status: 409,
    title: 'Status laporan tidak memungkinkan',
    detail: 'Muat ulang laporan untuk melihat statusnya sekarang.',
  },
  'needs-unmet': { status: 409, title: 'Syaratnya belum terpenuhi', detail: 'Lengkapi yang disebut, lalu ulangi.' },
  incomplete: {
    status: 409,
    title: 'Berkas belum sampai seluruhnya',
    detail: 'Lanjutkan mengirim dari tempat terakhir yang sudah sampai (Upload-Offset).',
  },
  exists: { status: 409, title: 'Sudah ada', detail: 'Pakai yang sudah ada, atau pilih nama lain.' },
  'in-use': { status: 409, title: 'Masih dipakai', detail: 'Lepaskan dahulu dari yang memakainya.' },
  'key-reused': {
    status: 409,
    title: 'Idempotency-Key sudah dipakai untuk permintaan lain',
    detail: 'Kirim permintaan baru dengan kunci baru.',
  },
  'feed-restart': {
    status: 410,
    title: 'Perubahan tidak dapat diteruskan dari sini',
    detail:
      'Baca lagi seluruh daftarnya, lalu ikuti perubahan sejak pembacaan itu dimulai. Penanda gugur bila lebih lama dari 90 hari, bila sistem dipulihkan dari cadangan, atau bila jangkauan atau saringan yang diminta berubah.',
  },
  stale: {
    status: 412,
    title: 'Sudah berubah sejak Anda membacanya',
    detail: 'Baca lagi, lalu kirim perubahan Anda dengan versi yang baru.',
  },
  'too-large': {
    status: 413,
    title: 'Terlalu besar',
    detail: 'Perkecil isi permintaan atau berkas, paling besar 25 MB untuk berkas.',
  },
  'uploads-full': {
    status: 413,
    title: 'Terlalu banyak berkas yang belum selesai',
    detail:
      'Berkas Anda yang sudah dimulai dan belum terlampir mencapai 500 MB. Selesaikan atau batalkan dahulu unggahan yang lain; yang tidak dilanjutkan hilang sendiri setelah 35 hari.',
  },
  'quota-reached': {
    status: 413,
    title: 'Kuota berkas tercapai',
    detail: 'Perkecil berkasnya, kirim lagi besok, atau mintalah pengelola menaikkan batasnya di Pengaturan.',
  },
  'wrong-media': {
    status: 415,
    title: 'Jenis isi tidak diterima',
    detail: 'Kirim JSON (application/json), atau multipart/form-data untuk berkas.',
  },
  invalid: { status: 422, title: 'Isian belum benar', detail: 'Perbaiki isian yang disebut.' },
  'no-obligation': {
    status: 422,
    title: 'Tidak ada kewajiban lapor',
    detail:
      'Perangkat daerah ini tidak wajib melaporkan formulir itu pada periode itu. Hubungi koordinator bila seharusnya wajib.',
  },
  'file-refused': {
    status: 422,
    title: 'Berkas tidak diterima',
    detail: 'Kirim PDF, JPEG, PNG, WEBP, XLSX, atau DOCX tanpa makro dan tanpa sandi.',
  },
  'hash-differs': { status: 422, title: 'Berkas berubah selama dikirim', detail: 'Kirim berkas itu lagi.' },
  'precondition-required': {
    status: 428,
    title: 'Versi harus disebut',
    detail: 'Kirim If-Match dengan versi terakhir yang Anda baca, atau base pada tiap perubahan.',
  },
  'too-many': { status: 429, title: 'Terlalu sering', detail: 'Tunggu sebentar, lalu coba lagi.' },
  internal: {
    status: 500,
    title: 'Terjadi kesalahan pada sistem',
    detail: 'Isian Anda tidak hilang. Coba lagi; bila tetap terjadi, sebutkan nomor ini kepada pengelola.',
  },
  busy: {
    status: 503,
    title: 'Sistem sedang sibuk',
    detail: 'Isian Anda tidak hilang. Tunggu sebentar, lalu coba lagi.',
  },
} as const satisfies Record<string, { status: number; title: string; detail: string }>

export type ProblemCode = keyof typeof problems

/** RFC 9457 problem details; `instance` is the request id, `needs` names what a move still lacks, `offset` how many bytes are there. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.enum(Object.keys(problems) as ProblemCode[]).meta({ id: 'ProblemCode' }),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() })).optional(),
    needs: z.array(z.object({ code: z.string(), message: z.string() })).optional(),
    version: z.number().optional(),
    offset: z.number().optional(),
    retryAfter: z.number().optional(),
    contact: z.object({ name: z.string(), whatsapp: z.string() }).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problemSchema>
