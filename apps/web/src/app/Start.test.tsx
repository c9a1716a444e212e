import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { rememberPerson } from '#sync/session/lockedPerson.ts'
import { lockedFor, rememberSignedIn, wasSignedIn } from '#sync/session/signedInHint.ts'
import { axeFinds } from '#testing/axeFinds.ts'
import { testServer } from '#testing/testServer.ts'
import { Start } from './Start.tsx'

const root = `${location.origin}/api/v1`
const open = {
  publicPage: true,
  region: { name: 'Kabupaten Nunukan', zone: 'Asia/Makassar' },
  contact: { name: 'Bagian Organisasi', whatsapp: '+62812' },
  version: '1',
  demo: [{ username: 'operator', password: 'rahasia', label: 'Operator Dinas' }],
}
const server = testServer()
beforeEach(() => server.use(http.get(`${root}/public`, () => HttpResponse.json(open))))

const signedOut = () =>
  HttpResponse.json(
    { code: 'not-signed-in', status: 401, title: '', detail: '', instance: '', type: '' },
    { status: 401 },
  )

describe('a user unknown to this browser', () => {
  it('can type at once, and the server is not asked for a session', async () => {
    let asked = false
    server.use(
      http.get(`${root}/session`, () => {
        asked = true
        return signedOut()
      }),
    )
    render(<Start />)
    expect(screen.getByRole('heading', { name: 'Masuk' })).toBeTruthy()
    expect(screen.getByLabelText('Sandi')).toBeTruthy()
    await screen.findByRole('link', { name: /WhatsApp/ })
    expect(screen.getByRole('link', { name: /terbuka untuk umum/ }).getAttribute('href')).toBe('/publik')
    expect(asked).toBe(false)
  })
  it('finds the focus in the first empty field, and types a name once for both ways to sign in', async () => {
    render(<Start />)
    expect(document.activeElement).toBe(screen.getByLabelText('NIP atau nama pengguna'))
    await userEvent.type(document.activeElement!, 'operator')
    await userEvent.click(screen.getByRole('link', { name: 'Pakai kode dari pengelola' }))
    const code = await screen.findByLabelText('Kode masuk')
    expect(document.activeElement).toBe(code)
    const carried = screen.getByLabelText('NIP atau nama pengguna')
    expect(carried).toHaveProperty('value', 'operator')
    // typed, so not for the next user of this computer
    expect(carried.getAttribute('autocomplete')).toBe('off')
    await userEvent.click(screen.getByRole('link', { name: /Kembali ke masuk/ }))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Sandi')))
    expect(screen.getByLabelText('NIP atau nama pengguna')).toHaveProperty('value', 'operator')
    location.hash = ''
  })
  it('sees whom to ask, and a demo account fills in the form', async () => {
    render(<Start />)
    expect((await screen.findByRole('link', { name: /WhatsApp \+62812/ })).getAttribute('href')).toContain(
      'wa.me/62812',
    )
    await userEvent.click(screen.getByRole('button', { name: /Operator Dinas/ }))
    expect(screen.getByLabelText('NIP atau nama pengguna')).toHaveProperty('value', 'operator')
    expect(screen.getByLabelText('Sandi')).toHaveProperty('value', 'rahasia')
  })
})

describe('a user who was signed in here last', () => {
  beforeEach(rememberSignedIn)
  it('sees the outline of the pages, not the sign-in form', () => {
    server.use(http.get(`${root}/session`, () => new Promise<never>(() => {})))
    render(<Start />)
    expect(screen.getByText('Membuka SEPAKAT…')).toBeTruthy()
    expect(screen.queryByLabelText('Sandi')).toBeNull()
  })
  it('is asked to sign in when the session has ended', async () => {
    server.use(http.get(`${root}/session`, signedOut))
    render(<Start />)
    expect(await screen.findByLabelText('Sandi')).toBeTruthy()
    expect(wasSignedIn()).toBe(false)
  })
  it('is told that the server does not answer, and can retry', async () => {
    server.use(http.get(`${root}/session`, () => HttpResponse.error()))
    render(<Start />)
    expect((await screen.findByRole('alert')).textContent).toContain('Server tidak menjawab')
    expect(wasSignedIn()).toBe(true)
    server.use(http.get(`${root}/session`, signedOut))
    await userEvent.click(screen.getByRole('button', { name: 'Coba lagi' }))
    expect(await screen.findByLabelText('Sandi')).toBeTruthy()
  })
})

describe('a user who locked the screen, or left while offline', () => {
  it.each([
    ['locked:p1', 'Layar dikunci'],
    [null, null],
  ])('signs in again, after the old session is ended on the server (%s)', async (hint, said) => {
    if (hint) localStorage.setItem('sepakat.signed-in', hint)
    localStorage.setItem('sepakat.session-to-end', 'yes')
    let ended = 0
    server.use(
      http.delete(`${root}/session`, () => {
        ended += 1
        return new HttpResponse(null, { status: 204 })
      }),
    )
    render(<Start />)
    expect(screen.getByLabelText('Sandi')).toBeTruthy()
    expect(screen.queryByText('Layar dikunci') !== null).toBe(said !== null)
    await expect.poll(() => ended).toBe(1)
  })
})

describe('a locked screen', () => {
  const cookies = {
    set: async ({ name, value }: { name: string; value: string }) => {
      Reflect.set(document, 'cookie', `${name}=${value}`)
    },
    delete: async (name: string) => {
      Reflect.set(document, 'cookie', `${name}=; max-age=0`)
    },
  }
  const siti = { id: 'p1', name: 'Siti Aminah', username: null, nip: '197104211995032001' }
  beforeEach(async () => {
    vi.stubGlobal('cookieStore', cookies)
    await rememberPerson({ person: siti as Parameters<typeof rememberPerson>[0]['person'] })
    localStorage.setItem('sepakat.signed-in', 'locked:p1')
  })
  afterEach(async () => {
    await cookies.delete('sepakat.here')
    vi.unstubAllGlobals()
    localStorage.clear()
  })

  it('names whose session it locked, and asks that user for the password alone', async () => {
    const sent: unknown[] = []
    server.use(
      http.post(`${root}/session`, async ({ request }) => {
        sent.push(await request.json())
        return new HttpResponse(null, { status: 500 })
      }),
    )
    const { container } = render(<Start />)
    expect(screen.getByText('Siti Aminah')).toBeTruthy()
    expect(screen.queryByLabelText('NIP atau nama pengguna')).toBeNull()
    expect(document.activeElement).toBe(screen.getByLabelText('Sandi'))
    expect(await axeFinds(container)).toEqual([])
    await userEvent.keyboard('kapal besar di laut{Enter}')
    await expect.poll(() => sent).toMatchObject([{ name: siti.nip, password: 'kapal besar di laut' }])
  })
  it('lets another user sign in, with the whole form', async () => {
    render(<Start />)
    await userEvent.click(screen.getByRole('button', { name: 'Bukan Anda? Keluar' }))
    expect(await screen.findByLabelText('NIP atau nama pengguna')).toHaveProperty('value', '')
    expect(screen.queryByText('Siti Aminah')).toBeNull()
    expect([lockedFor(), document.cookie]).toEqual([null, ''])
    expect(screen.queryByText('Layar dikunci')).toBeNull()
  })
  it('asks for the name where it locked a session of another user than the browser remembers', () => {
    localStorage.setItem('sepakat.signed-in', 'locked:p2')
    render(<Start />)
    expect(screen.getByLabelText('NIP atau nama pengguna')).toBeTruthy()
    expect(screen.queryByText('Siti Aminah')).toBeNull()
  })
})
