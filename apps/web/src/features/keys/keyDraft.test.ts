import { expect, it } from 'vitest'
import { type KeyDraft, keyBody, keyErrors } from './keyDraft.ts'

const key: KeyDraft = {
  name: ' e-Puskesmas ',
  owner: 'p',
  scopes: ['submission.read'],
  reportTypes: ['spm'],
  region: false,
  offices: ['o'],
  expires: '2027-11-24',
}
const named = (more: Partial<KeyDraft>) =>
  Object.entries(keyErrors({ ...key, ...more }, '2026-11-24')).flatMap(([name, message]) => (message ? [name] : []))

it.each([
  [{}, []],
  [{ name: ' ' }, ['name']],
  [{ owner: '' }, ['owner']],
  [{ scopes: [] }, ['scopes']],
  [{ scopes: ['submission.write'] }, ['scopes']],
  [{ scopes: ['figure.read'] }, []],
  [{ offices: [] }, ['offices']],
  [{ offices: [], region: true }, []],
  [{ expires: null }, ['expires']],
  [{ expires: '2026-11-23' }, ['expires']],
  [{ reportTypes: [] }, ['reportTypes']],
])('%o is wrong in %o', (more, fields) => expect(named(more)).toEqual(fields))

it('sends no report types for all, and no offices for the region', () => {
  expect(keyBody({ ...key, reportTypes: ['spm', 'sakip'] }, 2)).toMatchObject({
    reportTypes: [],
    offices: ['o'],
    name: 'e-Puskesmas',
  })
  expect(keyBody({ ...key, region: true }, 4)).toMatchObject({ reportTypes: ['spm'], offices: [], region: true })
})
