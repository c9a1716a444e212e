import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headBytes } from '#storage/fileStore.ts'
import { judgeFile } from './judgeFile.ts'
import { RefusedFile } from './refusedFile.ts'
import { docxEntries, pngOf, typesEntry, xlsxEntries, type ZipEntry, zipOf } from './zip.fixture.ts'

let folder: string
let made = 0
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'judge-'))
})
afterAll(() => rm(folder, { recursive: true }))

const judge = async (bytes: Buffer | string) => {
  made += 1
  const file = path.join(folder, String(made))
  await writeFile(file, bytes)
  const held = Buffer.from(bytes)
  const head = held.subarray(0, headBytes)
  const contents = [{ path: file }, { held }]
  const [onDisk, inMemory] = await Promise.allSettled(contents.map(content => judgeFile({ content, head })))
  expect(inMemory).toEqual(onDisk)
  if (onDisk?.status === 'rejected') throw onDisk.reason
  return onDisk!.value
}
const xlsx = (...more: ZipEntry[]) => zipOf(xlsxEntries(...more))
const docx = (...more: ZipEntry[]) => zipOf(docxEntries(...more))
const pdf = (more = '') =>
  `%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n${more}\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`
const bytes = (hex: string, length = 64) => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(length)])
const utf16 = (text: string) => Buffer.from(text, 'utf16le')
/** A header, and a frame of one point. */
const jpeg = bytes('ffd8ffe000104a46494600010100000100010000ffc0000b08000100010101110' + '0ffd9')
const compound = 'd0cf11e0a1b11ae1'

describe('what is taken, by its content alone', () => {
  it.each<[string, Buffer | string, string]>([
    ['a PDF', pdf(), 'application/pdf'],
    ['a PDF whose text only speaks of encryption', pdf('(/Encrypt ini kata)'), 'application/pdf'],
    ['a JPEG', jpeg, 'image/jpeg'],
    ['a PNG', pngOf(1, 1), 'image/png'],
    [
      'a WEBP',
      Buffer.concat([Buffer.from('RIFF'), bytes('24000000', 0), Buffer.from('WEBPVP8 '), Buffer.alloc(40)]),
      'image/webp',
    ],
    ['a workbook', xlsx(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a document', docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [
      'a document with a chart, whose table is a workbook inside',
      docx({ name: 'word/embeddings/Microsoft_Excel_Sheet1.xlsx', content: xlsx() }),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
  ])('%s', async (_, content, media) => {
    expect(await judge(content)).toEqual({ media, warnings: [] })
  })
})

describe('what is refused, and what to do instead', () => {
  const ole = bytes(compound)
  it.each<[string, Buffer | string, RegExp]>([
    ['nothing at all', '', /kosong/],
    ['plain text', 'laporan', /tidak diterima/],
    ['a page that runs in a browser', '<html><script>alert(1)</script></html>', /tidak diterima/],
    ['a drawing that runs in a browser', '<svg xmlns="http://www.w3.org/2000/svg"/>', /tidak diterima/],
    ['a PDF behind something else', `#!/bin/sh\n${pdf()}`, /tidak diterima/],
    ['a program', bytes('4d5a90000300'), /tidak diterima/],
    ['a ZIP', zipOf([{ name: 'a.pdf', content: pdf() }]), /arsip.*satu per satu/],
    ['a RAR', bytes('526172211a0700'), /arsip/],
    ['a 7z', bytes('377abcaf271c0004'), /arsip/],
    ['a gzip', gzipSync('laporan'), /arsip/],
    ['an empty ZIP', bytes('504b0506', 18), /arsip|tidak diterima/],
    ['a locked PDF', pdf('2 0 obj<<>>endobj').replace('/Root 1 0 R', '/Root 1 0 R/Encrypt 2 0 R'), /terkunci sandi/],
    ['a locked PDF that hides it', pdf().replace('/Root 1 0 R', '/Root 1 0 R /#45ncr#79pt  2 0  R'), /terkunci sandi/],
    ['a locked PDF with the dictionary in place', pdf().replace('/Root 1 0 R', '/Encrypt<</V 5>>'), /terkunci sandi/],
    ['a locked workbook', Buffer.concat([ole, Buffer.alloc(9000), utf16('EncryptedPackage')]), /hapus sandi/],
    ['an old workbook', ole, /Office lama/],
    ['a workbook with macros', xlsx({ name: 'xl/vbaProject.bin', content: ole }), /makro/],
    [
      'a workbook whose type says macros',
      zipOf([
        typesEntry('/xl/workbook.xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
        { name: 'xl/workbook.xml', content: '' },
      ]),
      /makro/,
    ],
    ['a workbook with macros of 1992', xlsx({ name: 'xl/macrosheets/sheet1.xml', content: '<x/>' }), /makro/],
    ['a document with controls', docx({ name: 'word/activeX/activeX1.bin', content: 'x' }), /makro/],
    ['a document with an object', docx({ name: 'word/embeddings/oleObject1.bin', content: ole }), /objek OLE/],
    ['a workbook with an object under another name', xlsx({ name: 'xl/media/image1.png', content: ole }), /objek OLE/],
    [
      'a document whose inner workbook has macros',
      docx({ name: 'word/embeddings/Sheet1.xlsx', content: xlsx({ name: 'xl/vbaProject.bin', content: 'x' }) }),
      /makro/,
    ],
    ['a workbook that brings an archive', xlsx({ name: 'xl/media/lain.zip', content: 'PK' }), /arsip/],
    ['a workbook that brings a program', xlsx({ name: 'xl/media/image1.png', content: bytes('4d5a9000') }), /arsip/],
    ['a locked entry', xlsx({ name: 'xl/a.xml', content: 'x', encrypted: true }), /terkunci sandi/],
    ['a path that leads out', xlsx({ name: '../../etc/cron.d/x', content: 'x' }), /tidak wajar/],
    ['an absolute path', xlsx({ name: '/etc/passwd', content: 'x' }), /tidak wajar/],
    ['a path with a drive', xlsx({ name: 'C:\\x.xml', content: 'x' }), /tidak wajar/],
    ['a link', xlsx({ name: 'xl/link', content: '/etc/passwd', mode: 0o120777 }), /tidak wajar/],
    [
      'a presentation',
      zipOf([
        typesEntry(
          '/ppt/presentation.xml',
          'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
        ),
        { name: 'ppt/presentation.xml', content: '' },
      ]),
      /Office ini tidak diterima/,
    ],
    ['a workbook whose main part is not there', zipOf(xlsxEntries().slice(0, 1)), /Office ini tidak diterima/],
    ['two entries of one name', xlsx({ name: 'xl/Workbook.xml', content: 'x' }), /rusak/],
    ['a size that lies: less', xlsx({ name: 'xl/b.xml', content: 'x'.repeat(9000), lie: { size: 10 } }), /rusak/],
    ['a size that lies: more', xlsx({ name: 'xl/b.xml', content: 'x', lie: { size: 9000 } }), /rusak/],
    ['a checksum that lies', xlsx({ name: 'xl/b.xml', content: 'x', lie: { crc: 1 } }), /rusak/],
    ['a bomb by its own account', xlsx({ name: 'xl/b.xml', content: Buffer.alloc(20_000_000) }), /terlalu besar/],
    [
      'a bomb of many small ones',
      xlsx(...Array.from({ length: 3001 }, (_, i) => ({ name: `xl/${i}.xml`, content: '' }))),
      /terlalu besar/,
    ],
    [
      'a bomb that says it is huge',
      xlsx({ name: 'xl/b.xml', content: 'x', lie: { size: 3_000_000_000 } }),
      /terlalu besar/,
    ],
    ['half a workbook', xlsx().subarray(0, 300), /rusak/],
  ])('%s', async (_, content, message) => {
    const refused = await judge(content).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(RefusedFile)
    expect((refused as RefusedFile).message).toMatch(message)
  })
})
