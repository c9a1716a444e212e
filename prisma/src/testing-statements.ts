/**
 * Prints every named statement of the store as JSON, for `statements.test.ts`; in a process of its own, since it changes what files
 * are read as: each gets one more export, by which the name and the text of its statements are evaluated among its own constants.
 */
import { globSync, readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseAst } from 'vitest/node'

interface Node {
  type: string
  start: number
  end: number
  arguments?: Node[]
  callee?: { type: string; property?: { name?: string } }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

const callsIn = (node: Node): Node[] => [
  ...(node.type === 'CallExpression' && node.callee?.property?.name === 'query' ? [node] : []),
  ...Object.values(node).flat().filter(isNode).flatMap(callsIn),
]

/** `query(name, sql, …)`, each as an expression; `query(sql, [values])` is a client's own and has no name. */
const statementsIn = (text: string): string[] =>
  callsIn(parseAst(text) as Node).flatMap(({ arguments: [name, sql] = [] }) =>
    name === undefined || sql === undefined || sql.type === 'ArrayExpression'
      ? []
      : [`() => [${text.slice(name.start, name.end)}, ${text.slice(sql.start, sql.end)}]`],
  )

const root = import.meta.dirname
const files = globSync('**/*.ts', { cwd: root })
  .filter(file => !file.endsWith('.test.ts') && !path.basename(file).startsWith('testing'))
  .map(file => path.join(root, file))
  .sort()
const added = new Map(
  files.flatMap(file => {
    const text = stripTypeScriptTypes(readFileSync(file, 'utf8'))
    const found = statementsIn(text)
    return found.length === 0
      ? []
      : [[file, `${text}\nexport const statementsHere = [${found.join(',\n')}]\n`] as const]
  }),
)
registerHooks({
  load: (url, context, next) => {
    const source = url.startsWith('file:') ? added.get(fileURLToPath(url)) : undefined
    return source === undefined ? next(url, context) : { format: 'module', source, shortCircuit: true }
  },
})

const statements: { file: string; name: string | null; sql: string }[] = []
for (const file of added.keys()) {
  const { statementsHere } = (await import(pathToFileURL(file).href)) as { statementsHere: (() => [string, string])[] }
  for (const evaluate of statementsHere) {
    const short = path.relative(root, file)
    try {
      const [name, sql] = evaluate()
      statements.push({ file: short, name, sql })
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error
      statements.push({ file: short, name: null, sql: error.message })
    }
  }
}
process.stdout.write(JSON.stringify(statements))
process.exit(0)
