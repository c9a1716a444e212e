import { describe, expect, it } from 'vitest'
import { deviceOf } from '#http/auth/deviceOf.ts'
import { passwordFlaw } from './passwordFlaw.ts'

describe('passwordFlaw', () => {
  it.each(['password123', 'Qwerty123456', 'BISMILLAH123', 'abababababab', '1111111111', 'aaaaabbbbbccccc'])(
    'finds %s too easy',
    async password => {
      expect(await passwordFlaw(password, [])).toContain('mudah ditebak')
    },
  )

  it.each(['sepakat-nunukan', 'Dinkes.2026', 'd1nk3s2026!', 'Pemkab Nunukan 17', 'operator2026', '2025 2026 2027'])(
    'finds in %s nothing but what anybody here would try',
    async password => {
      expect(await passwordFlaw(password, [], ['Kabupaten Nunukan', 'Dinas Kesehatan', 'Dinkes'])).toContain(
        'tidak boleh',
      )
    },
  )

  it.each(['198001012005011001', 'SITI-AMINAH', 'siti aminah s kom', '19800101 200501 1 001', 'Aminah.01011980'])(
    'finds one’s own names and number in any dress: %s',
    async password => {
      const own = ['198001012005011001', 'siti.aminah', 'Siti Aminah, S.Kom.', null]
      expect(await passwordFlaw(password, own)).toContain('tidak boleh')
    },
  )

  it.each(['tiga kata bebas', 'kompor hujan seruling', 'Kesehatan langit biru tua', 'N7!kq0zPxw', 'x9f2kqv8mw3t'])(
    'takes %s',
    async password => {
      expect(await passwordFlaw(password, ['siti.aminah'], ['Dinas Kesehatan'])).toBeNull()
    },
  )
})

describe('deviceOf', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
      'Edge di Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox di Linux'],
    [
      'Mozilla/5.0 (Linux; Android 12; SM-A032F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36',
      'Samsung Internet di Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari di iPhone',
    ],
    ['curl/8.14.1', 'Perangkat tidak dikenal'],
    ['', 'Perangkat tidak dikenal'],
  ])('knows %s', (agent, name) => {
    expect(deviceOf(agent)).toBe(name)
  })
})
