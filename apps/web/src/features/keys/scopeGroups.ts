import type { KeyScope } from '@sepakat/rules/access/permissions.ts'

/** What each scope allows, grouped by purpose; the most common first. */
export const scopeGroups: readonly {
  title: string
  scopes: readonly { scope: KeyScope; about: string }[]
}[] = [
  {
    title: 'Membaca',
    scopes: [
      {
        scope: 'submission.read',
        about: 'Kewajiban, status, isian, kiriman, catatan, dan bukti.',
      },
      { scope: 'figure.read', about: 'Angka dan ringkasan dari laporan yang dikirim.' },
    ],
  },
  {
    title: 'Mengisi laporan',
    scopes: [
      { scope: 'submission.write', about: 'Memulai laporan, mengisi, dan melampirkan bukti.' },
      { scope: 'submission.submit', about: 'Mengirim laporan atau menariknya kembali.' },
      { scope: 'contribution.manage', about: 'Menyerahkan baris kepada unit di bawahnya.' },
    ],
  },
  {
    title: 'Memeriksa laporan',
    scopes: [
      { scope: 'submission.sign', about: 'Langkah kepala perangkat daerah.' },
      { scope: 'submission.review', about: 'Memberi catatan, mengembalikan, atau menyetujui.' },
      { scope: 'submission.evaluate', about: 'Nilai evaluasi SAKIP.' },
      { scope: 'submission.reopen', about: 'Membuka laporan yang sudah disetujui.' },
    ],
  },
  {
    title: 'Mengelola',
    scopes: [{ scope: 'plan.manage', about: 'Periode, penugasan, gelombang, kewajiban.' }],
  },
]
