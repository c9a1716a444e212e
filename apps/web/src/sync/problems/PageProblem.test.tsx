import type { ProblemCode } from '@sepakat/contract'
import { render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'
import { axeFinds } from '#testing/axeFinds.ts'
import { PageProblem } from './PageProblem.tsx'
import { NoAnswerError, ProblemError } from './ProblemError.ts'
import { WhomToAsk } from './whomToAsk.ts'

const refused = (code: ProblemCode, status: number) =>
  new ProblemError({ type: '', title: 'Gagal', status, code, detail: 'Begini.', instance: 'req-1' })

it.each([
  ['not there', refused('not-found', 404)],
  ['not allowed', refused('no-right', 403)],
  ['not answered', new NoAnswerError('cut')],
  ['failed', refused('internal', 500)],
  ['broken here', new TypeError('x')],
])('names the contact on a page that is %s', async (_, error) => {
  render(
    <MemoryRouter>
      <WhomToAsk value={{ name: 'Bagian Organisasi', whatsapp: '+62 812-3456' }}>
        <PageProblem error={error} />
      </WhomToAsk>
    </MemoryRouter>,
  )
  expect(document.body.textContent).toContain('Bagian Organisasi')
  expect(screen.getByRole('link', { name: /WhatsApp \+628123456/ }).getAttribute('href')).toContain('wa.me/628123456')
  expect(await axeFinds(document.body)).toEqual([])
})
