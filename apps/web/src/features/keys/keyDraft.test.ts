import { expect, it } from 'vitest'
import { wrongFields } from '#testing/wrongFields.ts'
import { type KeyDraft, keyBody, keyUnread } from './keyDraft.ts'

const id = '0193a7a0-0000-7000-8000-000000000001'

const key: KeyDraft = {
  name: ' e-Puskesmas ',
  owner: id,
  scopes: ['submission.read'],
  reportTypes: ['spm'],
  region: false,
  offices: [id],
  expires: '2027-11-24',
}
const named = async (more: Partial<KeyDraft>) => {
  const draft = { ...key, ...more }
  return Object.keys(await wrongFields('POST /keys', keyBody(draft, 4), keyUnread(draft, '2026-11-24')))
}

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
])('%o is wrong in %o', async (more, fields) => expect(await named(more)).toEqual(fields))

it('sends no report types for all, and no offices for the region', () => {
  expect(keyBody({ ...key, reportTypes: ['spm', 'sakip'] }, 2)).toMatchObject({
    reportTypes: [],
    offices: [id],
    name: 'e-Puskesmas',
  })
  expect(keyBody({ ...key, region: true }, 4)).toMatchObject({ reportTypes: ['spm'], offices: [], region: true })
})
