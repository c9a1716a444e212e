import { expect, it } from 'vitest'
import { titleOfPost } from './roles.ts'

it.each([
  [{ role: 'operator', title: '', acting: null }, 'Operator'],
  [{ role: 'head', title: 'Kepala Dinas Sosial', acting: null }, 'Kepala Dinas Sosial'],
  [{ role: 'head', title: 'Kepala Dinas Sosial', acting: 'plt' }, 'Plt. Kepala Dinas Sosial'],
  [{ role: 'verifier', title: '', acting: 'plh' }, 'Plh. Verifikator'],
  [{ role: null, title: 'Program', acting: null }, 'Program'],
] as const)('%j is called %s', (post, title) => {
  expect(titleOfPost(post)).toBe(title)
})
