import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fitting, smallerPhoto } from './smallerPhoto.ts'

const photo = (name: string, bytes: number) => new File([new Uint8Array(bytes)], name)
const close = vi.fn()
let pixels: { width: number; height: number } | null
let made: { width: number; height: number; type: string }[]

// jsdom decodes and draws nothing; the files journey does it in a real browser
beforeEach(() => {
  pixels = { width: 4000, height: 3000 }
  made = []
  close.mockClear()
  vi.stubGlobal('createImageBitmap', async () => {
    if (!pixels) throw new DOMException('not decoded', 'InvalidStateError')
    return { ...pixels, close }
  })
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({ fillRect() {}, drawImage() {} } as never)
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (this: HTMLCanvasElement, done, type) {
    made.push({ width: this.width, height: this.height, type: type ?? '' })
    done(new Blob([new Uint8Array(400_000)]))
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('a photograph', () => {
  it('keeps at least 2,000 pixels on its long side, and its proportions', () => {
    for (const [width, height] of [
      [4000, 3000],
      [3000, 4000],
      [12000, 900],
      [2401, 2400],
    ] as const) {
      const size = fitting(width, height)
      expect(Math.max(size.width, size.height)).toBeGreaterThanOrEqual(2000)
      expect(size.width / size.height).toBeCloseTo(width / height, 1)
    }
    expect(fitting(1600, 1200)).toEqual({ width: 1600, height: 1200 })
  })

  it('becomes a smaller JPEG', async () => {
    const smaller = await smallerPhoto(photo('IMG 0412.PNG', 6_000_000))
    expect([smaller?.name, smaller?.type, smaller?.size]).toEqual(['IMG 0412.jpg', 'image/jpeg', 400_000])
    expect(made).toEqual([{ width: 2400, height: 1800, type: 'image/jpeg' }])
    expect(close).toHaveBeenCalledOnce()
  })

  it('stays as it is where it is small already, or would gain little', async () => {
    pixels = { width: 1600, height: 1200 }
    expect(await smallerPhoto(photo('a.jpg', 300_000))).toBeNull()
    pixels = { width: 4000, height: 3000 }
    expect(await smallerPhoto(photo('a.jpg', 450_000))).toBeNull()
    expect(await smallerPhoto(photo('a.pdf', 6_000_000))).toBeNull()
  })

  it('of HEIC becomes JPEG where the device can decode it, whatever its size', async () => {
    pixels = { width: 1600, height: 1200 }
    expect((await smallerPhoto(photo('IMG_1.HEIC', 200_000)))?.name).toBe('IMG_1.jpg')
    pixels = null
    expect(await smallerPhoto(photo('IMG_1.heic', 200_000))).toBeNull()
  })
})
