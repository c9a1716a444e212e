// What is drawn is drawn again as a picture: an image takes no style from the page, so each part carries its own.
const taken = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-weight',
  'text-anchor',
  'opacity',
] as const
const sharper = 2
const edge = 16
const titleHeight = 44

/** A drawing with its title above it; null where the browser cannot. */
export async function chartPng(svg: SVGSVGElement, title: string): Promise<Blob | null> {
  const width = svg.width.baseVal.value
  const height = svg.height.baseVal.value
  const page = getComputedStyle(document.body)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(textOf(svg, page.fontFamily))}`
  try {
    await image.decode()
  } catch {
    return null
  }
  const canvas = document.createElement('canvas')
  canvas.width = (width + 2 * edge) * sharper
  canvas.height = (height + titleHeight + 2 * edge) * sharper
  const on = canvas.getContext('2d')
  if (!on) return null
  on.scale(sharper, sharper)
  on.fillStyle = page.backgroundColor
  on.fillRect(0, 0, width + 2 * edge, height + titleHeight + 2 * edge)
  on.fillStyle = page.color
  on.font = `600 15px ${page.fontFamily}`
  on.fillText(title, edge, edge + 16, width)
  on.drawImage(image, edge, edge + titleHeight, width, height)
  return new Promise(resolve => canvas.toBlob(resolve, 'image/png'))
}

/** The drawing as text, each part with the look that the page gives it. */
function textOf(svg: SVGSVGElement, font: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('font-family', font)
  const [shown, parts] = [svg.querySelectorAll('*'), copy.querySelectorAll('*')]
  for (const [n, part] of parts.entries()) {
    const style = shown[n] && getComputedStyle(shown[n])
    if (!style) continue
    for (const name of taken) {
      const value = style.getPropertyValue(name)
      // a pattern is named in the drawing; its address on the page is none here
      part.setAttribute(name, value.replace(/url\("?[^#)]*(#[^")]+)"?\)/, 'url($1)'))
    }
    part.removeAttribute('class')
  }
  return new XMLSerializer().serializeToString(copy)
}
