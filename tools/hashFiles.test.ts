import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hashFiles } from './hashFiles.ts'

let folder: string
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), text)
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sepakat-hash-'))
  write('src/a.ts', 'a')
  write('lock.yaml', '1')
})
afterAll(() => rmSync(folder, { recursive: true }))

const hash = () => hashFiles(folder, ['src', 'lock.yaml', 'absent'])

it('a changed, added, renamed or removed source changes the hash', () => {
  const seen = new Set([hash()])
  write('src/a.ts', 'b')
  seen.add(hash())
  write('src/deep/b.ts', '')
  seen.add(hash())
  write('lock.yaml', '2')
  seen.add(hash())
  rmSync(path.join(folder, 'src/a.ts'))
  write('src/c.ts', 'b')
  seen.add(hash())
  expect(seen.size).toBe(5)
})

it('tests, what was installed and what was built do not count', () => {
  const before = hash()
  for (const file of ['a.test.ts', 'node_modules/x/i.js', 'dist/i.js', 'deep/.cache/x', '.made-from'])
    write(`src/${file}`, 'x')
  expect(hash()).toBe(before)
})
