import type { KeyScope } from '@sepakat/rules/access/permissions.ts'

/** What each scope lets a program do, grouped by what it is for; those most programs need come first. */
export const scopeGroups: readonly {
  title: string
  scopes: readonly { scope: KeyScope; word: string; about: string }[]
}[] = [
  {
    title: 'Membaca',
    scopes: [
      {
        scope: 'submission.read',
        word: 'Membaca laporan',
        about: 'Kewajiban, status, isian, kiriman, catatan, dan bukti.',
      },
      { scope: 'figure.read', word: 'Membaca angka', about: 'Angka dan ringkasan dari laporan yang dikirim.' },
    ],
  },
  {
    title: 'Mengisi laporan',
    scopes: [
      { scope: 'submission.write', word: 'Mengisi', about: 'Memulai laporan, mengisi, dan melampirkan bukti.' },
      { scope: 'submission.submit', word: 'Mengirim', about: 'Mengirim laporan atau menariknya kembali.' },
      { scope: 'contribution.manage', word: 'Membagi isian', about: 'Menyerahkan baris kepada unit di bawahnya.' },
    ],
  },
  {
    title: 'Memeriksa laporan',
    scopes: [
      { scope: 'submission.sign', word: 'Menandatangani', about: 'Langkah kepala perangkat daerah.' },
      { scope: 'submission.review', word: 'Memeriksa', about: 'Memberi catatan, mengembalikan, atau menyetujui.' },
      { scope: 'submission.evaluate', word: 'Menilai', about: 'Nilai evaluasi SAKIP.' },
      { scope: 'submission.reopen', word: 'Membuka kembali', about: 'Membuka laporan yang sudah disetujui.' },
    ],
  },
  {
    title: 'Mengelola',
    scopes: [{ scope: 'plan.manage', word: 'Tahun pelaporan', about: 'Periode, penugasan, gelombang, kewajiban.' }],
  },
]

const words = new Map<string, string>(
  scopeGroups.flatMap(group => group.scopes.map(({ scope, word }) => [scope, word] as const)),
)

/** `Mengisi`; a scope without words stands as it is. */
export const scopeWord = (scope: string): string => words.get(scope) ?? scope
