import { gzipSync } from 'node:zlib'
import fc from 'fast-check'

const inserted = (bytes: Buffer, at: number, more: readonly number[]): Buffer => {
  const place = Math.floor((bytes.length * at) / 1000)
  return Buffer.concat([bytes.subarray(0, place), Buffer.from(more), bytes.subarray(place)])
}
const place = fc.nat(999)

type Encoding = (text: Buffer) => Buffer
/** A text as bytes: mostly UTF-8, else cut off, in another encoding, or with bytes in it that are no text. */
const encoding: fc.Arbitrary<Encoding> = fc.oneof(
  { weight: 60, arbitrary: fc.constant<Encoding>(text => text) },
  {
    weight: 2,
    arbitrary: place.map(
      (at): Encoding =>
        text =>
          text.subarray(0, Math.floor((text.length * at) / 1000)),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(place, fc.constantFrom([0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0], [0x1b]))
      .map(
        ([at, more]): Encoding =>
          text =>
            inserted(text, at, more),
      ),
  },
  { weight: 1, arbitrary: fc.constant<Encoding>(text => Buffer.from(`\ufeff${text}`, 'utf16le')) },
  { weight: 1, arbitrary: fc.constant<Encoding>(text => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), text])) },
  { weight: 1, arbitrary: fc.constant<Encoding>(text => Buffer.from(text.toString(), 'latin1')) },
  { weight: 1, arbitrary: fc.constant<Encoding>(text => gzipSync(text)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', ' ', ',', '}', '\n{}', '/* */', '\u0000').map(
      (more): Encoding =>
        text =>
          Buffer.concat([text, Buffer.from(more)]),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.uint8Array({ maxLength: 64 }).map(
      (any): Encoding =>
        () =>
          Buffer.from(any),
    ),
  },
)

const headers: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 36, arbitrary: fc.constant({}) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(
        'application/json; charset=utf-8',
        'application/json;charset=utf-16',
        'APPLICATION/JSON',
        'application/json, text/plain',
        'application/vnd.api+json',
        'application/x-www-form-urlencoded',
        'text/plain',
        'text/html; charset=iso-8859-1',
        'multipart/form-data',
        'multipart/form-data; boundary=x',
        'multipart/mixed; boundary=""',
        '*/*',
        'x',
        ';;;',
      )
      .map(type => ({ 'content-type': type })),
  },
  { weight: 1, arbitrary: fc.constantFrom('gzip', 'br', 'identity', 'x').map(it => ({ 'content-encoding': it })) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('"0"', '"1"', '"7"', '*', 'W/"1"', '1', '"99999999999999"', '""', '"-1"', '"1", "2"', 'é')
      .map(version => ({ 'if-match': version })),
  },
  {
    weight: 3,
    arbitrary: fc
      .oneof(fc.constantFrom('a', 'k'.repeat(200), 'k'.repeat(201), ' ', 'é', '"', "';--"), fc.uuid())
      .map(key => ({ 'idempotency-key': key })),
  },
  { weight: 1, arbitrary: fc.constantFrom('id', 'xx;q=9', '*').map(it => ({ 'accept-language': it, accept: it })) },
)

export interface Payload {
  /** The bytes of the body, of the one that who may would send, or of another. */
  bytesOf: (known: unknown) => Buffer
  headers: Record<string, string>
}

/** A JSON text as it goes over the wire: as it should, or not. */
export const payload = (text: fc.Arbitrary<(known: unknown) => string>): fc.Arbitrary<Payload> =>
  fc.tuple(text, encoding, headers).map(([written, encode, given]) => ({
    bytesOf: known => encode(Buffer.from(written(known))),
    headers: { 'content-type': 'application/json', ...given },
  }))

/** A request that needs no body: mostly without one. */
export const bodiless: fc.Arbitrary<Payload> = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(Buffer.alloc(0)) },
      {
        weight: 1,
        arbitrary: fc.tuple(fc.json({ maxDepth: 3 }), encoding).map(([text, encode]) => encode(Buffer.from(text))),
      },
    ),
    headers,
  )
  .map(([bytes, given]) => ({
    bytesOf: () => bytes,
    headers: bytes.length > 0 ? { 'content-type': 'application/json', ...given } : given,
  }))
