import fc from 'fast-check'
import { v7 } from 'uuid'
import { pdf } from '#testing/upload.ts'
import type { Payload } from './spoiledBytes.ts'
import { oddTexts } from './spoiledJson.ts'

interface Part {
  head: string
  content: Buffer
}

const boundary = 'batas-7d1f'
const field = (name: string, value: string): Part => ({
  head: `Content-Disposition: form-data; name="${name}"`,
  content: Buffer.from(value),
})
const file = (content: Buffer, head = 'name="file"; filename="bukti.pdf"', type = 'application/pdf'): Part => ({
  head: `Content-Disposition: form-data; ${head}\r\nContent-Type: ${type}`,
  content,
})
const written = (parts: Part[], end: string): Buffer =>
  Buffer.concat([
    ...parts.flatMap(({ head, content }) => [
      Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(end),
  ])

const contents = fc.oneof(
  { weight: 60, arbitrary: fc.string({ maxLength: 20 }).map(text => pdf(text)) },
  {
    weight: 30,
    arbitrary: fc
      .constantFrom(
        '',
        '%PDF-1.7',
        '%PDF-1.7\n/Encrypt 1 0 R\n%%EOF',
        '\x89PNG\r\n\x1a\n',
        '\xff\xd8\xff\xe0',
        'RIFF\x00\x00\x00\x00WEBPVP8 ',
        'PK\x03\x04',
        'PK\x05\x06'.padEnd(22, '\x00'),
        '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
        'MZ',
        '<html><script>alert(1)</script>',
        '#!/bin/sh\n',
      )
      .map(text => Buffer.from(text, 'latin1')),
  },
  { weight: 20, arbitrary: fc.uint8Array({ maxLength: 4_000 }).map(any => Buffer.from(any)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(1, 25, 26).map(mebi => Buffer.concat([pdf(), Buffer.alloc(mebi * 2 ** 20)])),
  },
)
const fileHeads = fc.oneof(
  { weight: 6, arbitrary: fc.constant('name="file"; filename="bukti.pdf"') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'name="file"; filename=""',
      'name="file"',
      'name="berkas"; filename="bukti.pdf"',
      'filename="bukti.pdf"',
      'name="file"; filename="../../etc/passwd"',
      'name="file"; filename="C:\\\\x\\\\bukti.exe"',
      'name="file"; filename="a\u0000b.pdf"',
      'name="file"; filename="\u202efdp.exe"',
      `name="file"; filename="${'n'.repeat(3_000)}.pdf"`,
      `name="file"; filename*=UTF-8''%ff%00%0a`,
      `name="file"; filename*=nope''x`,
      'name="__proto__"; filename="bukti.pdf"',
      'name="file"; filename="\ud800.pdf"',
      'name="file; filename=bukti.pdf',
    ),
  },
)

const anchors = ['/recipients/gepeng/state', '/recipients/gepeng', '/recipients', '', '/nope/x/y', '/__proto__/a/b']
const values = (known: readonly string[], ids: readonly string[]) =>
  fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(...known) },
    { weight: 3, arbitrary: fc.constantFrom(...oddTexts) },
    { weight: 1, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.string({ maxLength: 40, unit: 'binary' }) },
  )

type Cut = (whole: Buffer) => Buffer
const cut: fc.Arbitrary<Cut> = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Cut>(whole => whole) },
  {
    weight: 2,
    arbitrary: fc.nat(999).map(
      (at): Cut =>
        whole =>
          whole.subarray(0, Math.floor((whole.length * at) / 1000)),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Cut>(whole => Buffer.from(whole.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')),
  },
  { weight: 1, arbitrary: fc.constant<Cut>(whole => Buffer.concat([Buffer.from('pembuka\r\n'), whole, whole])) },
)
const types = fc.oneof(
  { weight: 14, arbitrary: fc.constant(`multipart/form-data; boundary=${boundary}`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'multipart/form-data',
      'multipart/form-data; boundary=',
      'multipart/form-data; boundary=lain',
      `multipart/form-data; boundary="${boundary}"; charset=utf-16`,
      `multipart/mixed; boundary=${boundary}`,
      `multipart/form-data; boundary=${'b'.repeat(300)}`,
      'application/json',
      'application/octet-stream',
    ),
  },
)

/** A form with a file and such of these fields as are known: mostly such as is taken, else with odd fields, a broken file, too many parts, or cut off. */
export const uploads = (known: readonly string[], ids: readonly string[]): fc.Arbitrary<Payload> => {
  const fields = fc.record({
    id: fc.oneof({ weight: 9, arbitrary: fc.nat().map(() => v7()) }, { weight: 1, arbitrary: values(['x'], ids) }),
    anchor: fc.oneof(fc.constant(anchors[0]!), values(anchors, ids)),
    title: values(['SK Bupati'], ids),
    number: values(['', '12/2026'], ids),
    date: values(['', '2026-03-31'], ids),
    page: values(['', '3'], ids),
  })
  const more = fc.oneof(
    { weight: 9, arbitrary: fc.constant<Part[]>([]) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...['replaces', 'sha256', '__proto__', 'constructor', 'x'])
        .chain(name => values(['0'.repeat(64)], ids).map(value => [field(name, value)])),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(2, 17, 40)
        .map(times => Array.from({ length: times }, (_, n) => field(n < 2 ? 'title' : `f${n}`, 'x'))),
    },
    { weight: 1, arbitrary: contents.map(content => [file(content)]) },
    {
      weight: 1,
      arbitrary: fc.constant([
        { head: 'Content-Disposition: attachment', content: Buffer.from('x') },
        { head: '', content: Buffer.alloc(0) },
      ]),
    },
  )
  return fc
    .record({
      fields,
      more,
      content: contents,
      head: fileHeads,
      last: fc.boolean(),
      cut,
      type: types,
      none: fc.nat(19),
    })
    .map(given => {
      const parts = Object.entries(given.fields).flatMap(([name, value]) =>
        known.includes(name) ? [field(name, value)] : [],
      )
      const files = given.none === 0 ? [] : [file(given.content, given.head)]
      const all = given.last ? [...parts, ...given.more, ...files] : [...files, ...parts, ...given.more]
      const end = given.none === 1 ? '' : `--${boundary}--\r\n`
      const bytes = given.cut(written(all, end))
      return { bytesOf: () => bytes, headers: { 'content-type': given.type } }
    })
}
