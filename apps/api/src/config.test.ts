import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { signingEnv } from '#testing/signing.ts'
import { ConfigError, readConfig, secretIn } from './config.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'sepakat-config-'))
afterAll(() => rmSync(folder, { recursive: true }))

const base = { DATABASE_APP_URL: 'postgresql://app:x@127.0.0.1:5432/sepakat', DATA_DIR: folder }
const read = (more: Record<string, string | undefined> = {}) => readConfig({ ...base, ...more })
const wrongIn = (more: Record<string, string | undefined>): string => {
  try {
    read(more)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
  }
  return ''
}

describe('the environment', () => {
  it('may say nothing but where the database is', () => {
    expect(read()).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      publicUrl: 'http://127.0.0.1:8080',
      secureCookies: true,
      filesDir: path.join(folder, 'files'),
      demo: true,
      trustProxy: [],
      argon: { memory: 19_456, time: 2 },
    })
    expect([...read().origins]).toEqual(['http://127.0.0.1:8080', 'http://localhost:8080', 'http://[::1]:8080'])
  })

  it('says where mail is given to, or mail is off', () => {
    expect(read().smtp).toBeNull()
    const mail = { SMTP_HOST: 'surat.example.go.id', SMTP_FROM: 'SEPAKAT <sepakat@example.go.id>' }
    expect(read(mail).smtp).toEqual({
      ...{ host: 'surat.example.go.id', port: 587, security: 'starttls', auth: null },
      from: 'SEPAKAT <sepakat@example.go.id>',
    })
  })

  it('is told everything that is wrong at once', () => {
    const wrong = wrongIn({ DATABASE_APP_URL: undefined, PORT: 'x', TRUST_PROXY: '1', DEMO: 'ya', ARGON_TIME: '0' })
    for (const name of ['DATABASE_URL', 'PORT', 'TRUST_PROXY', 'DEMO', 'ARGON_TIME']) expect(wrong).toContain(name)
  })

  it.each([
    [{ PUBLIC_URL: 'http://sepakat.example.go.id' }, 'ALLOW_HTTP=1'],
    [{ PUBLIC_URL: 'sepakat' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'https://sepakat.example.go.id/app' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'ftp://sepakat.example.go.id' }, 'PUBLIC_URL'],
    [{ SECRET: 'short' }, 'SECRET'],
    [{ PORT: '70000' }, 'PORT'],
    [{ TRUST_PROXY: '10.0.0.0/33' }, 'TRUST_PROXY'],
    [{ DATABASE_APP_URL: 'mysql://x' }, 'DATABASE_APP_URL'],
    [{ SERVE_WEB: '/nowhere' }, 'SERVE_WEB'],
    [{ DEMO: '1', PUBLIC_URL: 'https://sepakat.example.go.id' }, 'DEMO'],
    [{ SIGN_CERTIFICATE: signingEnv.SIGN_CERTIFICATE }, 'SIGN_PASSPHRASE'],
    [{ ...signingEnv, SIGN_CERTIFICATE: '/nowhere.p12' }, '/nowhere.p12'],
    [{ ...signingEnv, SIGN_PASSPHRASE: 'lain' }, 'SIGN_PASSPHRASE'],
    [{ BSRE_URL: 'https://esign.example.go.id' }, 'BSRE_PASSWORD'],
    [{ SMTP_HOST: 'surat.example.go.id' }, 'SMTP_FROM'],
    [{ SMTP_HOST: 'surat.example.go.id', SMTP_FROM: 'SEPAKAT' }, 'SMTP_FROM'],
    [{ SMTP_HOST: 'surat.example.go.id', SMTP_FROM: 'a@example.go.id', SMTP_USERNAME: 'a' }, 'SMTP_PASSWORD'],
    [{ SMTP_SECURITY: 'ssl' }, 'SMTP_SECURITY'],
    [{ BSRE_URL: 'http://esign.example.go.id', BSRE_USERNAME: 'a', BSRE_PASSWORD: 'b' }, 'https'],
  ])('is refused with %o', (more, name) => {
    expect(wrongIn(more)).toContain(name)
  })

  it('has no demo where PUBLIC_URL is not this machine, and none with DEMO=0', () => {
    expect(read({ PUBLIC_URL: 'https://sepakat.example.go.id' }).demo).toBe(false)
    expect(read({ DEMO: '0' }).demo).toBe(false)
    expect(read({ DEMO: '1', PUBLIC_URL: 'http://localhost:8080' }).demo).toBe(true)
  })

  it('takes plain http elsewhere only by name, and then without Secure', () => {
    const config = read({ PUBLIC_URL: 'http://sepakat.example.go.id', ALLOW_HTTP: '1' })
    expect(config.secureCookies).toBe(false)
    expect([...config.origins]).toEqual(['http://sepakat.example.go.id'])
  })

  it('names proxies by address, a cookie of https by host', () => {
    const config = read({ PUBLIC_URL: 'https://sepakat.example.go.id', TRUST_PROXY: '127.0.0.1, 10.0.0.0/8,::1' })
    expect(config.trustProxy).toEqual(['127.0.0.1', '10.0.0.0/8', '::1'])
    expect(config.secureCookies).toBe(true)
  })

  it('has the application’s account follow from the owner’s', () => {
    const config = read({ DATABASE_APP_URL: undefined, DATABASE_URL: 'postgresql://owner:secret@db:5432/sepakat' })
    expect(config.databaseUrl).toMatch(/^postgresql:\/\/sepakat_app:[\w-]+@db:5432\/sepakat$/)
  })
})

describe('the secret', () => {
  it('is made once, for the owner of the folder alone', () => {
    const first = secretIn(folder)
    expect(first.length).toBeGreaterThan(60)
    expect(statSync(path.join(folder, 'session-secret')).mode & 0o777).toBe(0o600)
    expect(read().secret).toBe(first)
  })

  it('is the environment’s where it gives one', () => {
    const secret = 'a'.repeat(32)
    expect(read({ SECRET: secret }).secret).toBe(secret)
  })
})
