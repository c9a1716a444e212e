import { describe, expect, it } from 'vitest'
import { fileNameOf } from './fileNameOf.ts'

describe('the name a file is given back under', () => {
  it.each([
    ['SK Bupati 12.pdf', 'SK Bupati 12.pdf'],
    ['C:\\Users\\ani\\bukti.PDF', 'bukti.PDF'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['halaman.html', 'halaman.html.pdf'],
    ['\u202Efdp.exe', 'fdp.exe.pdf'],
    ['a\u0000b\n.pdf', 'ab.pdf'],
    ['.pdf', 'berkas.pdf'],
    ['', 'berkas.pdf'],
    [undefined, 'berkas.pdf'],
    ['\ud800.pdf', '\ufffd.pdf'],
    ['x'.repeat(300), `${'x'.repeat(120)}.pdf`],
  ])('%j becomes %j', (sent, name) => {
    expect(fileNameOf(sent, 'application/pdf')).toBe(name)
  })
})
