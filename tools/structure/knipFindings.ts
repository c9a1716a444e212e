import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { root } from '../root.ts'

interface Report {
  issues: { file: string; exports?: { name: string }[]; types?: { name: string }[]; cycles?: unknown[] }[]
}

/** What knip (`knip.json`) finds: exports that no other file imports, and circles of imports, each as `file: what`. */
export const knipFindings = (): { dead: string[]; cycles: string[] } => {
  const bin = path.join(root, 'tools/node_modules/knip/bin/knip.js')
  const args = [bin, '--no-exit-code', '--no-progress', '--no-config-hints', '--reporter', 'json']
  const said = execFileSync(process.execPath, [...args, '--include', 'exports,types,cycles'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  const { issues } = JSON.parse(said) as Report
  return {
    dead: issues.flatMap(({ file, exports = [], types = [] }) =>
      [...exports, ...types].map(({ name }) => `${file}: ${name}`),
    ),
    cycles: issues.flatMap(({ file, cycles = [] }) => cycles.map(cycle => `${file}: ${JSON.stringify(cycle)}`)),
  }
}
