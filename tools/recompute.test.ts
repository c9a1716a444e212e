import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { root } from './root.ts'

const real = path.join(root, 'packages/rules/testdata/real')
function recompute(...args: string[]) {
  const run = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(root, 'tools/recompute.ts'), ...args],
    {
      cwd: real,
      env: { ...process.env, INIT_CWD: real },
      encoding: 'utf8',
    },
  )
  return { ...run, lines: run.stdout.trim().split('\n') }
}

const other = path.join(mkdtempSync(path.join(tmpdir(), 'sepakat-recompute-')), 'lain.csv')
writeFileSync(other, 'pembilang,penyebut,hasil\n1,2,50\n')
afterAll(() => rmSync(path.dirname(other), { recursive: true }))

it('computes a table of minimum service standards', () => {
  expect(recompute('spm-tables.md', '--table=T2').lines).toEqual([
    'T2. Kabupaten Cianjur: air minum (1.03-01) and air limbah domestik (1.03-02)',
    'nilai      dibulatkan  tercetak  hasil  baris',
    '13.262311  13.26       13.26     cocok  Kabupaten Cianjur 1.03-01 2026-07-08',
    '1.916963   1.92        1.92      cocok  Kabupaten Cianjur 1.03-02 2026-07-08',
    '497281     497281      497281    cocok  Kabupaten Cianjur 1.03-02 2026-07-08, belum terlayani',
    'jumlah: 3 cocok · 0 dipotong · 0 tidak cocok · 0 tidak dicetak (3 angka)',
  ])
})

it('prints value, rounded value, what is printed and the verdict of each row, and a sum', () => {
  expect(recompute('sakip-tables.md', '--table=A5', '--lower=2T-R').lines).toEqual([
    'A5. Provinsi Lampung, LKj 2015',
    'nilai       dibulatkan  tercetak  hasil  baris',
    '184.75      184.75      184.75    cocok  Angka kematian bayi vs target 2015 2015',
    '179.666667  179.67      179.67    cocok  Angka kematian bayi vs target RPJMD 2019 2019',
    'jumlah: 2 cocok · 0 dipotong · 0 tidak cocok · 0 tidak dicetak (2 angka)',
  ])
})

it('needs no table named in a file of one, and takes inputs as rounded when told so', () => {
  expect(recompute('lppd-ikk.csv').lines.at(-1)).toBe(
    'jumlah: 30 cocok · 4 dipotong · 7 tidak cocok · 4 tidak dicetak (45 angka)',
  )
  expect(recompute('lkpj.csv', '--inputs=rounded').lines.at(-1)).toBe(
    'jumlah: 8 cocok · 1 dipotong · 7 konsisten · 2 tidak cocok · 1 tidak dicetak (19 angka)',
  )
})

it.each([
  [['sakip-tables.md'], 'Berkas ini memuat beberapa tabel. Pilih dengan --table='],
  [['sakip-tables.md', '--table=Z9'], 'Tabel Z9 tidak ada.'],
  [['spm-tables.md'], 'Berkas ini memuat beberapa tabel. Pilih dengan --table=: T2, T2 (2), T4, T7.'],
  [['lkpj.csv', '--table=A1'], 'Tabel A1 tidak ada. Yang ada: satu tabel tanpa nama.'],
  [['../recompute.json'], 'Berkas ini tidak memuat tabel.'],
  [
    [other],
    'Tabel ini tidak dikenal: untuk dihitung sebagai indikator kinerja kunci masih perlu kolom faktor, capaian_terbit; kolomnya pembilang, penyebut, hasil.',
  ],
  [['lkpj.csv', '--tree=urusan'], '--tree hanya services atau subgroups, bukan urusan.'],
  [['tidak-ada.csv'], 'Berkas tidak-ada.csv tidak ada.'],
  [['lkpj.csv', '--lower=R/T'], '--lower hanya 2T-R atau T/R, bukan R/T.'],
  [['lkpj.csv', '--cap=seratus'], '--cap harus angka'],
  [['lkpj.csv', '--apa'], 'Cara pakai: rules:recompute'],
  [[], 'Cara pakai: rules:recompute'],
])('%j fails with one sentence', (args, sentence) => {
  const { status, stderr } = recompute(...args)
  expect([status, stderr.trim().split('\n').length]).toEqual([1, 1])
  expect(stderr).toContain(sentence)
})
