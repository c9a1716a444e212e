import type { EditionChart, EditionSeries } from '@sepakat/rules/editions/FrozenEdition.ts'
import { shownCell } from '@sepakat/rules/editions/shownCell.ts'

/** As wide as the text of a page; points. */
const width = 453
const size = 8
/** Told apart in grey too; the marks on lines differ as well. */
const colours = ['1f4e79', 'c05a11', '6b6b6b', '3f7a2e', '7a3f7a', '8a6d00']
/** Of a series, as six hex digits. */
export const chartColour = (n: number): string => colours[n % colours.length] ?? '000000'
const colour = (n: number): string => `#${chartColour(n)}`

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
const text = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${escaped(words)}</text>`
const lengthOf = (words: string): number => words.length * size * 0.5

/** Draws a chart, each value written beside its bar or point. Only where a line ends is computed in floats: what is written is exact. */
export function chartSvg(chart: EditionChart): { svg: string; height: number } {
  const legend = legendOf(chart)
  const { body, height } = chart.as === 'bars' ? bars(chart, legend.height) : lines(chart, legend.height)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Source Sans 3, Arial, sans-serif" font-size="${size}" fill="#000">${legend.body}${body}</svg>`
  return { svg, height }
}

/** The most lines of categories that have room for names of two lines. */
const crowded = 28

const words = (series: EditionSeries, value: string): string => shownCell(series, { value })
/** Where on the picture a value is, from 0 to 1: of bars from zero on, of lines near the values themselves. */
function scaleOf({ as, series }: EditionChart): (value: string) => number {
  const all = series.flatMap(({ values }) => values.flatMap(value => (value === null ? [] : [Number(value)])))
  const [least, greatest] = all.length > 0 ? [Math.min(...all), Math.max(...all)] : [0, 1]
  const low = as === 'bars' ? Math.min(0, least) : least
  const span = (as === 'bars' ? Math.max(0, greatest) : greatest) - low || 1
  return value => (Number(value) - low) / span
}

function legendOf({ as, series, unit }: EditionChart): { body: string; height: number } {
  let x = 0
  let y = size
  const body = series.map(({ name }, n) => {
    const needed = lengthOf(name) + 26
    if (x > 0 && x + needed > width) {
      x = 0
      y += size + 5
    }
    const one = `<rect x="${x}" y="${y - size + 1.5}" width="9" height="7" fill="${colour(n)}"/>${text(x + 13, y, name)}`
    x += needed
    return one
  })
  const axis = as === 'lines' ? '; sumbu tegak tidak dari nol' : ''
  return { body: body.join('') + text(0, y + size + 5, `Satuan: ${unit}${axis}`, 'fill="#444"'), height: y + size + 14 }
}

/** Bars that lie, so that there is room for what the categories are called. */
function bars(chart: EditionChart, top: number): { body: string; height: number } {
  const { categories, series } = chart
  const names = 160
  const room = width - names - 70
  const scale = scaleOf(chart)
  const zero = names + scale('0') * room
  const thick = Math.max(4, Math.min(11, 560 / (categories.length * (series.length + 0.6))))
  const step = Math.max(thick * series.length + 4, categories.length > crowded ? size + 2 : size * 2 + 5)
  const rows = categories.map((category, at) => {
    const y = top + at * step
    const middle = y + (thick * series.length) / 2 + size * 0.33
    const label = inLines(category, names - 6).slice(0, categories.length > crowded ? 1 : 2)
    const drawn = series.map((one, n) => {
      const value = one.values[at]
      const beside = y + n * thick + thick / 2 + size * 0.33
      if (value == null) return text(zero + 3, beside, 'tidak ada', 'fill="#444"')
      const end = names + scale(value) * room
      const bar = `<rect x="${Math.min(zero, end).toFixed(1)}" y="${(y + n * thick).toFixed(1)}" width="${Math.abs(end - zero).toFixed(1)}" height="${(thick - 1).toFixed(1)}" fill="${colour(n)}"/>`
      return bar + text(Math.max(zero, end) + 3, beside, words(one, value))
    })
    const first = middle - ((label.length - 1) * size) / 2
    return label.map((one, n) => text(names - 5, first + n * size, one, 'text-anchor="end"')).join('') + drawn.join('')
  })
  const height = top + categories.length * step + 4
  const axis = `<line x1="${zero.toFixed(1)}" y1="${top - 2}" x2="${zero.toFixed(1)}" y2="${height - 2}" stroke="#444" stroke-width="0.6"/>`
  return { body: rows.join('') + axis, height: Math.ceil(height) }
}

/** A name in two lines, the second cut where it is longer: the table below says it whole. */
function inLines(name: string, room: number): string[] {
  const most = Math.floor(room / (size * 0.5))
  if (name.length <= most) return [name]
  const at = name.lastIndexOf(' ', most)
  const [first, rest] = at > 0 ? [name.slice(0, at), name.slice(at + 1)] : [name.slice(0, most), name.slice(most)]
  return [first, rest.length > most ? `${rest.slice(0, most - 1)}…` : rest]
}

function lines(chart: EditionChart, top: number): { body: string; height: number } {
  const { categories, series } = chart
  const scale = scaleOf(chart)
  const [side, tall] = [30, 170]
  const step = (width - 2 * side) / Math.max(1, categories.length - 1)
  const x = (at: number) => side + at * step
  const y = (value: string) => top + 12 + (1 - scale(value)) * tall
  const drawn = series.map((one, n) => {
    const points = one.values.flatMap((value, at) => (value === null ? [] : [{ value, at }]))
    const paths = points.slice(1).flatMap((point, before) => {
      const from = points[before]
      // a gap in the values is a gap in the line
      if (!from || point.at !== from.at + 1) return []
      return `<line x1="${x(from.at).toFixed(1)}" y1="${y(from.value).toFixed(1)}" x2="${x(point.at).toFixed(1)}" y2="${y(point.value).toFixed(1)}" stroke="${colour(n)}" stroke-width="1.6"${n % 2 ? ' stroke-dasharray="5 3"' : ''}/>`
    })
    const marks = points.map(({ value, at }) => {
      const isTop = series.every(other => other.values[at] == null || Number(other.values[at]) <= Number(value))
      const label = text(
        x(at),
        y(value) + (isTop ? -6 : size + 5),
        words(one, value),
        `text-anchor="middle" fill="${colour(n)}"`,
      )
      return mark(n, x(at), y(value)) + label
    })
    return paths.join('') + marks.join('')
  })
  const bottom = top + tall + 28
  const names = categories.map((category, at) => text(x(at), top + tall + 38, category, 'text-anchor="middle"'))
  const axis = `<line x1="0" y1="${bottom.toFixed(1)}" x2="${width}" y2="${bottom.toFixed(1)}" stroke="#444" stroke-width="0.6"/>`
  return { body: axis + drawn.join('') + names.join(''), height: top + tall + 44 }
}

const mark = (n: number, x: number, y: number): string =>
  n % 2
    ? `<rect x="${(x - 2.5).toFixed(1)}" y="${(y - 2.5).toFixed(1)}" width="5" height="5" fill="${colour(n)}"/>`
    : `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="2.7" fill="${colour(n)}"/>`
