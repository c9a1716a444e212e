import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import { axeFinds } from '#testing/axeFinds.ts'
import { testServer } from '#testing/testServer.ts'
import { CodeForm } from './CodeForm.tsx'
import { SignInForm } from './SignInForm.tsx'

const server = testServer()

const root = `${location.origin}/api/v1`
const refuse = (status: number, code: string, more = {}) =>
  HttpResponse.json(
    { type: '', code, status, title: 'Ditolak', detail: 'Periksa NIP dan sandi Anda.', instance: 'r-17', ...more },
    { status },
  )

describe('SignInForm', () => {
  it('shows at each field what is missing and focuses the first', async () => {
    const { container } = render(<SignInForm onSignedIn={() => {}} />)
    await userEvent.click(screen.getByRole('button', { name: 'Masuk' }))
    const name = screen.getByLabelText('NIP atau nama pengguna')
    expect(name).toHaveProperty('ariaInvalid', 'true')
    expect(document.activeElement).toBe(name)
    expect(document.getElementById(name.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Tulis NIP atau nama pengguna Anda.',
    )
    expect(await axeFinds(container)).toEqual([])
  })

  it('signs in with the trimmed name and the password as typed', async () => {
    const bodies: unknown[] = []
    const onSignedIn = vi.fn()
    server.use(
      http.post(`${root}/session`, async ({ request }) => {
        bodies.push(await request.json())
        return HttpResponse.json({ person: { id: '1' } })
      }),
    )
    render(<SignInForm onSignedIn={onSignedIn} />)
    await userEvent.type(screen.getByLabelText('NIP atau nama pengguna'), ' dinkes ')
    await userEvent.type(screen.getByLabelText('Sandi'), ' rahasia {Enter}')
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    const credentials = { name: 'dinkes', password: ' rahasia ' }
    expect(onSignedIn).toHaveBeenCalledWith({ me: { person: { id: '1' } }, credentials, confirmed: true })
    expect(bodies).toEqual([credentials])
  })

  it('reports at the password that the two do not match', async () => {
    server.use(http.post(`${root}/session`, () => refuse(401, 'bad-credentials')))
    render(<SignInForm onSignedIn={() => {}} given={{ name: 'dinkes', password: 'salah' }} />)
    await userEvent.click(screen.getByRole('button', { name: 'Masuk' }))
    await screen.findByText('Periksa NIP dan sandi Anda.')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Sandi')))
  })

  it('asks for a code where the password alone is not enough, and sends it with what was typed', async () => {
    const bodies: unknown[] = []
    const onSignedIn = vi.fn()
    server.use(
      http.post(`${root}/session`, async ({ request }) => {
        const body = (await request.json()) as { secondFactor?: string }
        bodies.push(body)
        if (body.secondFactor === undefined) return refuse(401, 'second-factor-required')
        return body.secondFactor === '123456'
          ? HttpResponse.json({ person: { id: '1' } })
          : refuse(401, 'second-factor-wrong', { detail: 'Kodenya lain.' })
      }),
    )
    const { container } = render(<SignInForm onSignedIn={onSignedIn} given={{ name: 'dinkes', password: 'benar' }} />)
    const signIn = screen.getByRole('button', { name: 'Masuk' })
    await userEvent.click(signIn)
    const code = await screen.findByLabelText('Kode verifikasi')
    await waitFor(() => expect(document.activeElement).toBe(code))
    expect([code.getAttribute('autocomplete'), code.getAttribute('inputmode')]).toEqual(['one-time-code', 'numeric'])
    expect(await axeFinds(container)).toEqual([])
    await userEvent.click(signIn)
    expect(await screen.findByText('Tulis kode verifikasi Anda.')).toBeTruthy()
    await userEvent.type(code, '000000{Enter}')
    expect(await screen.findByText('Kodenya lain.')).toBeTruthy()
    await userEvent.clear(code)
    await userEvent.type(code, '123456{Enter}')
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(bodies.at(-1)).toEqual({ name: 'dinkes', password: 'benar', secondFactor: '123456' })
    expect(onSignedIn.mock.calls[0]?.[0].credentials).toEqual({ name: 'dinkes', password: 'benar' })
  })

  it('asks for no code under another name before the server does', async () => {
    const onSignedIn = vi.fn()
    server.use(
      http.post(`${root}/session`, async ({ request }) => {
        const { name } = (await request.json()) as { name: string }
        return name === 'ratna' ? refuse(401, 'second-factor-required') : HttpResponse.json({ person: { id: '2' } })
      }),
    )
    render(<SignInForm onSignedIn={onSignedIn} given={{ name: 'ratna', password: 'benar' }} />)
    await userEvent.click(screen.getByRole('button', { name: 'Masuk' }))
    await screen.findByLabelText('Kode verifikasi')
    const name = screen.getByLabelText('NIP atau nama pengguna')
    await userEvent.clear(name)
    await userEvent.type(name, 'budi{Enter}')
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(screen.queryByLabelText('Kode verifikasi')).toBeNull()
  })

  it('accepts a recovery code instead of one from the phone', async () => {
    server.use(
      http.post(`${root}/session`, async ({ request }) => {
        const { secondFactor } = (await request.json()) as { secondFactor?: string }
        return secondFactor
          ? refuse(401, 'second-factor-wrong', { detail: 'Kode aplikasi lain.' })
          : refuse(401, 'second-factor-required')
      }),
    )
    render(<SignInForm onSignedIn={() => {}} given={{ name: 'dinkes', password: 'benar' }} />)
    await userEvent.click(screen.getByRole('button', { name: 'Masuk' }))
    await userEvent.type(await screen.findByLabelText('Kode verifikasi'), '000000{Enter}')
    await screen.findByText('Kode aplikasi lain.')
    await userEvent.click(await screen.findByRole('button', { name: /Pakai kode pemulihan/ }))
    const recovery = screen.getByLabelText('Kode pemulihan')
    expect([document.activeElement, recovery.getAttribute('inputmode')]).toEqual([recovery, null])
    expect(recovery.getAttribute('aria-invalid')).not.toBe('true')
    await userEvent.type(recovery, 'ABCDE-00000{Enter}')
    expect(await screen.findByText(/^Kode pemulihan ini tidak cocok atau sudah dipakai/)).toBeTruthy()
    expect(screen.queryByText('Kode aplikasi lain.')).toBeNull()
  })

  it('disables the button during a rate limit, shows the remaining time, and keeps the focus', async () => {
    const detail = 'Tunggu dahulu.'
    server.use(http.post(`${root}/session`, () => refuse(429, 'too-many', { retryAfter: 75, detail })))
    render(<SignInForm onSignedIn={() => {}} given={{ name: 'dinkes', password: 'salah' }} />)
    const button = screen.getByRole('button', { name: 'Masuk' })
    await userEvent.click(button)
    expect(await screen.findByText(/Coba lagi dalam 1 menit/)).toBeTruthy()
    expect(screen.getByRole('status').textContent).toContain('Tunggu dahulu.')
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(document.activeElement).toBe(button)
  })

  it('shows the request id of a failure', async () => {
    server.use(http.post(`${root}/session`, () => refuse(500, 'internal')))
    render(<SignInForm onSignedIn={() => {}} given={{ name: 'dinkes', password: 'x' }} />)
    await userEvent.click(screen.getByRole('button', { name: 'Masuk' }))
    expect(await screen.findByText('r-17')).toBeTruthy()
  })

  it('shows and hides the password', async () => {
    render(<SignInForm onSignedIn={() => {}} />)
    const password = screen.getByLabelText('Sandi')
    await userEvent.click(screen.getByRole('button', { name: 'Tampilkan sandi' }))
    expect(password.getAttribute('type')).toBe('text')
    await userEvent.click(screen.getByRole('button', { name: 'Sembunyikan sandi' }))
    expect(password.getAttribute('type')).toBe('password')
  })
})

describe('CodeForm', () => {
  const fill = async (password: string, again: string) => {
    await userEvent.type(screen.getByLabelText('NIP atau nama pengguna'), 'baru')
    await userEvent.type(screen.getByLabelText('Kode masuk'), 'ABCD-1234')
    await userEvent.type(screen.getByLabelText('Sandi baru'), password)
    await userEvent.type(screen.getByLabelText('Ulangi sandi baru'), again)
    await userEvent.click(screen.getByRole('button', { name: 'Simpan sandi dan masuk' }))
  }

  it('refuses a short password before asking the server', async () => {
    render(<CodeForm onSignedIn={() => {}} />)
    await fill('pendek', 'pendek')
    expect(screen.getByText('Sandi paling sedikit 10 huruf; yang ini 6.')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByLabelText('Sandi baru'))
  })

  it('refuses two that differ', async () => {
    render(<CodeForm onSignedIn={() => {}} />)
    await fill('kapal besar di laut', 'kapal besar dilaut')
    expect(document.activeElement).toBe(screen.getByLabelText('Ulangi sandi baru'))
  })

  it('accepts a right code at once after too many wrong ones', async () => {
    const detail = 'Terlalu banyak kode masuk yang salah.'
    server.use(http.post(`${root}/session/code`, () => refuse(429, 'too-many', { retryAfter: 75, detail })))
    render(<CodeForm onSignedIn={() => {}} />)
    await fill('kapal besar di laut', 'kapal besar di laut')
    expect(await screen.findByText(detail)).toBeTruthy()
    const button = screen.getByRole('button', { name: 'Simpan sandi dan masuk' })
    expect(button.getAttribute('aria-disabled')).not.toBe('true')
  })

  it('sends the code with the new password, and reports an invalid code at its field', async () => {
    const bodies: unknown[] = []
    server.use(
      http.post(`${root}/session/code`, async ({ request }) => {
        bodies.push(await request.json())
        return refuse(401, 'bad-credentials')
      }),
    )
    const { container } = render(<CodeForm onSignedIn={() => {}} />)
    await fill('kapal besar di laut', 'kapal besar di laut')
    expect(await screen.findByText('Periksa NIP dan sandi Anda.')).toBeTruthy()
    expect(bodies).toEqual([{ name: 'baru', code: 'ABCD-1234', password: 'kapal besar di laut' }])
    expect(await axeFinds(container)).toEqual([])
  })
})
