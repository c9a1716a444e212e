import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceOf } from './device.ts'
import { flawOf } from './password-rules.ts'

describe('flawOf', () => {
  it.each(['password123', 'Indonesia123', 'BISMILLAH123', 'sepakat-nunukan', 'abababababab', '1111111111'])(
    'finds %s too easy',
    password => {
      expect(flawOf(password, [])).toContain('mudah ditebak')
    },
  )

  it('finds one’s own names in any dress', () => {
    const own = ['198001012005011001', 'siti.aminah', 'Siti Aminah, S.Kom.']
    for (const password of ['198001012005011001', 'SITI-AMINAH', 'siti aminah s kom', '19800101 200501 1 001'])
      expect(flawOf(password, own)).toContain('tidak boleh sama')
  })

  it('takes what is long and varied', () => {
    const letters = fc.uniqueArray(fc.constantFrom(...'abcdefghjkmnpqrstuvwxyz23456789'), {
      minLength: 12,
      maxLength: 20,
    })
    fc.assert(fc.property(letters, all => flawOf(`x${all.join('')}`, ['siti', null]) === null))
  })
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
