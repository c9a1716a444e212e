import { describe, expect, it } from 'vitest'
import { hyphenate, softHyphen } from './hyphenate.ts'

const split = (word: string) => hyphenate(word).replaceAll(softHyphen, '-')
/** Every place at which the general dictionary (KBBI) and EYD V, II.F divide a word. */
const words = [
  'me-nga-jar',
  'me-nyu-sun',
  'me-nge-lo-la',
  'ma-sya-ra-kat',
  'ka-bu-pa-ten',
  'pem-ba-ngun-an',
  'pe-nye-leng-ga-ra-an',
  'pe-me-rin-tah-an',
  'ke-se-jah-te-ra-an',
  'ke-se-hat-an',
  'pen-di-dik-an',
  'ad-mi-nis-tra-si',
  'in-fra-struk-tur',
  'trans-por-ta-si',
  'an-tar-u-rus-an',
  'in-stru-men',
  'kon-sti-tu-si',
  'eks-ploi-ta-si',
  'ek-se-ku-tif',
  'ob-yek-tif',
  'pri-o-ri-tas',
  're-a-li-sa-si',
  'a-kun-ta-bi-li-tas',
  'e-va-lu-a-si',
  'ke-a-da-an',
  'sau-da-ra',
  'bang-krut-nya',
  'ke-pen-du-duk-an',
  'me-lak-sa-na-kan',
  'me-na-ik-kan',
  'ber-a-nak',
  'ber-akh-ir',
  'per-u-mah-an',
  'per-i-kan-an',
  'per-ta-ni-an',
  'per-a-tur-an',
  'te-rang-kan',
  'mem-per-tang-gung-ja-wab-kan',
  'ke-ten-te-ram-an',
  'ang-gar-an',
  'be-lan-ja-kan',
  'pe-nge-lo-la-an',
  'ma-kan-an',
  'pu-kul-an',
  'makh-luk-nya',
  'am-boi-lah',
]

describe('words divided at the end of a line', () => {
  it.each(words)('%s is divided there and nowhere else', places => {
    const word = places.replaceAll('-', '')
    const cuts = (text: string) => {
      const parts = text.split('-')
      return parts.slice(1).map((_, n) => parts.slice(0, n + 1).join('').length)
    }
    expect(split(word).replaceAll('-', '')).toBe(word)
    expect(cuts(places)).toEqual(expect.arrayContaining(cuts(split(word))))
  })

  it.each([
    ['penyelenggaraan', 'pe-nye-leng-ga-raan'],
    ['mempertanggungjawabkan', 'mem-per-tang-gung-ja-wab-kan'],
    ['infrastruktur', 'infra-struk-tur'],
    ['Kesejahteraan', 'Ke-se-jah-te-raan'],
    ['kebijakan', 'ke-bi-jakan'],
  ])('%s has all the places that help', (word, places) => expect(split(word)).toBe(places))

  it.each(['SILPPD', 'akhir', 'LKjIP', '1.01.02.2.01', 'Rp1.234.567', 'dinas'])('%s is left whole', word =>
    expect(split(word)).toBe(word),
  )

  it('takes nothing away and adds nothing a second time', () => {
    const text = 'Laporan penyelenggaraan pemerintahan daerah, menurut PP 13/2019.'
    expect(hyphenate(text).replaceAll(softHyphen, '')).toBe(text)
    expect(hyphenate(hyphenate(text))).toBe(hyphenate(text))
  })
})
