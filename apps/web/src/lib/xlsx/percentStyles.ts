/** Formats every workbook has without naming them: `0%` and `0.00%`. */
const builtIn = new Set([9, 10])

/** A percent sign that is not text: in quotes, or after a backslash, it only stands there and multiplies nothing. */
const isPercent = (code: string): boolean => code.replace(/"[^"]*"|\\./g, '').includes('%')

/** Which of the workbook's cell styles (the `s` of a cell) show a number as a percentage. */
export function percentStyles(styles: Document): Set<number> {
  const within = (name: string, list: string): Element[] =>
    [...styles.getElementsByTagNameNS('*', name)].filter(({ parentElement }) => parentElement?.localName === list)
  const named = new Set(
    within('numFmt', 'numFmts')
      .filter(format => isPercent(format.getAttribute('formatCode') ?? ''))
      .map(format => Number(format.getAttribute('numFmtId'))),
  )
  const formats = within('xf', 'cellXfs').map(style => Number(style.getAttribute('numFmtId') ?? 0))
  return new Set(formats.flatMap((format, at) => (builtIn.has(format) || named.has(format) ? [at] : [])))
}
