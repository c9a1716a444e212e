import type { XmlReader } from './readXml.ts'

/** Formats every workbook has without naming them: `0%` and `0.00%`. */
const builtIn = [9, 10]

/** A percent sign that is not text: in quotes, or after a backslash, it is literal and multiplies nothing. */
const isPercent = (code: string): boolean => code.replace(/"[^"]*"|\\./g, '').includes('%')

/** Which of the workbook's cell styles (the `s` of a cell) show a number as a percentage. */
export function percentStyles(): XmlReader<Set<number>> {
  const percents = new Set(builtIn)
  const formats: number[] = []
  const above: string[] = []
  return {
    open(name, { numFmtId = '0', formatCode = '' }) {
      const list = above.at(-1)
      if (name === 'numFmt' && list === 'numFmts' && isPercent(formatCode)) percents.add(Number(numFmtId))
      if (name === 'xf' && list === 'cellXfs') formats.push(Number(numFmtId))
      above.push(name)
    },
    close: () => void above.pop(),
    text: () => undefined,
    result: () => new Set(formats.flatMap((format, at) => (percents.has(format) ? [at] : []))),
  }
}
