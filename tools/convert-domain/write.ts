import { writeFileSync } from 'node:fs'
import type { Catalogue } from '@sepakat/rules'

const lines = (list: readonly unknown[]) => list.map(item => `    ${JSON.stringify(item)}`).join(',\n')

/** One row a line, so that a corrected label is a one-line diff. */
export function writeCatalogue(file: string, c: Catalogue): void {
  const head = (['form', 'title', 'legal'] as const).map(key => `  ${JSON.stringify(key)}: ${JSON.stringify(c[key])}`)
  writeFileSync(
    file,
    `{\n${head.join(',\n')},\n  "groups": [\n${lines(c.groups)}\n  ],\n  "rows": [\n${lines(c.rows)}\n  ]\n}\n`,
  )
}

/** One entry a line. */
export function writeList(file: string, list: readonly unknown[]): void {
  writeFileSync(file, `[\n${list.map(item => `  ${JSON.stringify(item)}`).join(',\n')}\n]\n`)
}
