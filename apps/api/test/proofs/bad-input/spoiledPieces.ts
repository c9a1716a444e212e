import fc from 'fast-check'
import { v7 } from 'uuid'
import { pdf } from '#testing/upload.ts'
import type { Payload } from './spoiledBytes.ts'
import { oddTexts } from './spoiledJson.ts'

const base64 = (text: string): string => Buffer.from(text.toWellFormed()).toString('base64')
/** Mostly what a header should say, else what it should not, or the header is not there. */
const header = (right: fc.Arbitrary<string>, ...wrong: string[]): fc.Arbitrary<string | undefined> =>
  fc.oneof({ weight: 8, arbitrary: right }, { weight: 2, arbitrary: fc.constantFrom(...wrong, undefined) })

const headers = fc.record({
  'tus-resumable': header(fc.constant('1.0.0'), '0.2.2', '2', 'x'),
  'content-type': header(
    fc.constant('application/offset+octet-stream'),
    'application/json',
    'text/plain',
    'application/offset+octet-stream; charset=utf-8',
  ),
  'upload-length': header(fc.nat(4_000).map(String), '-1', '1.5', '1e3', '', 'x', '99999999999999999999'),
  'upload-offset': header(fc.constantFrom('4', '0'), '-4', '04', '4.0', 'x', '99999999999999999999'),
  'upload-metadata': header(
    fc.constant(0).map(() => `id ${base64(v7())}`),
    'id',
    'id ***',
    'id aWQ=,id aWQ=',
    ', ,',
    `id ${base64('x'.repeat(5_000))}`,
    ...oddTexts.filter(text => text.length < 500).map(text => `id ${base64(text)}`),
  ),
  'upload-defer-length': fc.constantFrom(undefined, undefined, '1', '0'),
  'upload-concat': fc.constantFrom(undefined, undefined, 'partial', 'final;/a /b'),
  'x-http-method-override': fc.constantFrom(undefined, undefined, 'DELETE'),
})
const bytes = fc.oneof(
  fc.constant(Buffer.alloc(0)),
  fc.constant(pdf()),
  fc.uint8Array({ maxLength: 5_000 }).map(any => Buffer.from(any)),
)

/** A request of the tus protocol: mostly such as is taken, else with headers that are wrong, missing, or say two things. */
export const pieces: fc.Arbitrary<Payload> = fc.tuple(headers, bytes).map(([given, sent]) => ({
  bytesOf: () => sent,
  headers: Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
}))
