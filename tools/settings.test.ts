import { describe, expect, it } from 'vitest'
import { readSettings } from './settings.ts'

describe('settings', () => {
  it('need nothing', () => {
    expect(readSettings({})).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      publicUrl: 'http://127.0.0.1:8080',
      dataDir: expect.stringMatching(/\/data$/),
      databaseUrl: undefined,
      demo: true,
    })
  })

  it('load no demo region on a server of one’s own, nor when forbidden', () => {
    expect(readSettings({ DATABASE_URL: 'postgresql://a:b@c/d' }).demo).toBe(false)
    expect(readSettings({ DEMO: '0' }).demo).toBe(false)
  })

  it('load no demo region where people reach it from other machines, and say so', () => {
    for (const PUBLIC_URL of ['http://localhost:8080', 'http://127.0.0.2', 'http://[::1]:8080'])
      expect(readSettings({ PUBLIC_URL })).toMatchObject({ demo: true, demoIsOff: null })
    const onLan = readSettings({ HOST: '0.0.0.0', PUBLIC_URL: 'http://192.168.1.20:8080' })
    expect(onLan).toMatchObject({
      demo: false,
      demoIsOff: expect.stringContaining('PUBLIC_URL http://192.168.1.20:8080'),
    })
    // who forbade it, or has a server of one's own, need not be told
    expect(readSettings({ PUBLIC_URL: 'http://192.168.1.20:8080', DEMO: '0' }).demoIsOff).toBeNull()
    expect(readSettings({ HOST: '0.0.0.0' }).demo).toBe(true)
  })

  it('refuse an explicit DEMO=1 where people reach it from other machines', () => {
    expect(() => readSettings({ DEMO: '1', PUBLIC_URL: 'https://sepakat.contoh.go.id' })).toThrow(/DEMO=1 hanya untuk/)
    expect(readSettings({ DEMO: '1', PUBLIC_URL: 'http://localhost:8080' }).demo).toBe(true)
  })

  it.each([
    ['0.0.0.0', 'http://localhost:8080'],
    ['::1', 'http://[::1]:8080'],
    ['10.0.0.5', 'http://10.0.0.5:8080'],
  ])('listening on %s they show %s', (HOST, shown) => {
    expect(readSettings({ HOST }).publicUrl).toBe(shown)
  })

  it('name everything that is wrong at once', () => {
    const wrong = { PORT: 'banyak', DATABASE_URL: 'mysql://x', PUBLIC_URL: 'sepakat' }
    expect(() => readSettings(wrong)).toThrow(/PORT harus .*DATABASE_URL harus .*PUBLIC_URL harus/)
    expect(() => readSettings({ DATABASE_APP_URL: 'postgresql://a:b@c/d' })).toThrow(/menyertai DATABASE_URL/)
  })
})
