/** Words that civil servants did not understand, and what screens, papers and problems say in their place. */
import { expect, it } from 'vitest'
import { linesMatching, sources } from './sources.ts'

const retired: [was: RegExp, now: string][] = [
  [/Terima nihil|isian nihil[^.]*diterima/i, 'Setujui nihil'],
  [/pernyataan belum diterima/i, 'isian nihil belum disetujui'],
  [/\bpaket aturan\b/i, 'aturan penghitungan'],
  [/nilai sebelum aplikasi/i, 'Data sebelum SEPAKAT'],
  [/['"`>]Keyakinan\b/, 'sudah atau belum dicocokkan'],
  [/['"`>](Ingatan|Kesimpulan)['"`<]/, 'belum dicocokkan'],
  [/menjadi lain\b/i, 'berubah'],
  [/['"`>]Belum<\/Button>/, 'Kembali mengisi'],
  [/\bPerlu Anda:/, 'Perlu tindakan Anda:'],
  [/dari lembar kerja\b/i, 'dari Excel'],
  [/tidak ada yang perlu dicatat/i, 'Tidak ada (nihil)'],
  [/salah satu isian/i, "the field's own name"],
  [/pihak yang berjanji/i, 'Para pihak'],
  [/\busul(nya)?\b/i, 'usulan'],
  [/\b(head|title|label): '[^']*SHA-256/, "behind 'Rincian teknis'"],
]

it.each(retired)('nothing on a screen says %s any more', was => {
  const said = [
    ...sources('{apps,packages,prisma/src}/**/*.{ts,tsx,md}'),
    ...sources('{docs/*.md,CHANGELOG.md}'),
  ].filter(({ file }) => !file.includes('/test/') && !/\.test\.tsx?$/.test(file))
  expect(linesMatching(said, was)).toEqual([])
})

it('what a row was read in is named by who wrote it, not by a file of a repository', () => {
  const data = [...sources('packages/rules/src/kinds/*/catalogue.json'), ...sources('prisma/reference/*.json')]
  const told = /"(source|note)": ?"([^"\\]|\\.)*(github|seeder|berkas kode|ingatan|kesimpulan)/i
  expect(linesMatching(data, told)).toEqual([])
})
