// zod stays off the pages that offices work in (decision 0023): the web takes types of the contract, and its schemas only as a
// part that is loaded when a form of administration is on screen (apps/web/src/administration/judgeOf.ts).
import { expect, it } from 'vitest'
import { code, isTest } from './sources.ts'

const schemas = /^import (?!type\b)[^'"]*from '(?:@sepakat\/contract(?!\/faultsOf\.ts)[^']*|zod)'/m

it('no file of the web imports a schema to be loaded with it', () => {
  const web = code().filter(source => source.file.startsWith('apps/web/src/') && !isTest(source))
  expect(web.length).toBeGreaterThan(300)
  expect(web.filter(({ text }) => schemas.test(text)).map(({ file }) => file)).toEqual([])
})
