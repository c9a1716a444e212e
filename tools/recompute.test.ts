import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, it } from 'vitest'
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

it('prints value, rounded value, what is printed and the verdict of each row, and a sum', () => {
  expect(recompute('sakip-tables.md', '--table=A5', '--lower=2T-R').lines).toEqual([
    'A5. Provinsi Lampung, LKj 2015',
    'nilai       dibulatkan  tercetak  hasil  baris',
    '184.75      184.75      184.75    cocok  Angka kematian bayi vs target 2015 2015',
    '179.666667  179.67      179.67    cocok  Angka kematian bayi vs target RPJMD 2019 2019',
    'jumlah: 2 cocok · 0 dipotong · 0 tidak cocok · 0 tidak dicetak (2 baris)',
  ])
})

it('needs no table named in a file of one, and takes inputs as rounded when told so', () => {
  expect(recompute('lppd-ikk.csv').lines.at(-1)).toBe(
    'jumlah: 30 cocok · 4 dipotong · 7 tidak cocok · 4 tidak dicetak (45 baris)',
  )
  expect(recompute('lkpj.csv', '--inputs=rounded').lines.at(-1)).toBe(
    'jumlah: 8 cocok · 1 dipotong · 7 konsisten · 2 tidak cocok · 1 tidak dicetak (19 baris)',
  )
})

it.each([
  [['sakip-tables.md'], 'Berkas ini memuat beberapa tabel. Pilih dengan --table='],
  [['sakip-tables.md', '--table=Z9'], 'Tabel Z9 tidak ada.'],
  [['spm-tables.md'], 'Berkas ini tidak memuat tabel yang dikenal.'],
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
