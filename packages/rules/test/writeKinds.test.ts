import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const script = new URL('../write-kinds.mjs', import.meta.url)
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kinds-'))
  copyFileSync(script, join(folder, 'write-kinds.mjs'))
  kind('src/kinds/spm-triwulan', 'spm/triwulan')
  kind('src/kinds/lppd-tahunan', 'lppd/tahunan', false)
})
afterEach(() => rmSync(folder, { recursive: true }))

function kind(path: string, form: string, code = true): string {
  const at = join(folder, path)
  mkdirSync(at, { recursive: true })
  if (code) writeFileSync(join(at, 'kind.ts'), `export const kind = { form: '${form}' }\n`)
  writeFileSync(join(at, 'catalogue.json'), JSON.stringify({ form }))
  return at
}
const target = () => join(folder, 'src/kinds/index.ts')
function write(extra: string[] = []): string {
  const env = { ...process.env, EXTRA_KINDS: extra.join(':') }
  execFileSync(process.execPath, ['write-kinds.mjs'], { cwd: folder, env, stdio: 'pipe' })
  return readFileSync(target(), 'utf8')
}

describe('the list of kinds', () => {
  it('is written from the folders: kinds with code, catalogues also of forms still to come', async () => {
    const text = write()
    expect(text).toContain("from './spm-triwulan/kind.ts'")
    expect(text).not.toContain('lppd-tahunan/kind.ts')
    expect(text).not.toMatch(/import .*catalogue/)
    const { kinds, catalogueFiles } = await import(target())
    expect(kinds).toEqual({ 'spm/triwulan': { form: 'spm/triwulan' } })
    expect(catalogueFiles).toEqual({
      'lppd/tahunan': './lppd-tahunan/catalogue.json',
      'spm/triwulan': './spm-triwulan/catalogue.json',
    })
  })

  it('has the kinds of folders named from outside, and is without them again when they are not', async () => {
    const extra = kind('elsewhere/fifth', 'lkpj/kelima')
    const text = write([extra])
    expect(text).toContain("from '../../elsewhere/fifth/kind.ts'")
    expect(text).toContain("'lkpj/kelima': '../../elsewhere/fifth/catalogue.json'")
    expect(write()).not.toContain('kelima')
  })

  it('is left as it is when nothing changed', () => {
    write()
    const before = statSync(target()).mtimeMs
    write()
    expect(statSync(target()).mtimeMs).toBe(before)
  })

  it('is not written for a form that has two catalogues, or a folder without a kind', () => {
    const twice = kind('elsewhere/again', 'spm/triwulan')
    expect(() => write([twice])).toThrow('two catalogues for spm/triwulan')
    expect(() => write([join(folder, 'nowhere')])).toThrow('has no kind.ts')
  })
})
