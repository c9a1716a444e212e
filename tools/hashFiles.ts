import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const left = /(^|\/)(node_modules|dist|generated|\.[^/]*)(\/|$)|\.test\.tsx?$/

/** SHA-256 over names and contents of files and, of folders, everything in them that is written by hand and no test. */
export function hashFiles(root: string, names: string[]): string {
  const hash = createHash('sha256')
  for (const name of names) {
    const start = path.resolve(root, name)
    if (!existsSync(start)) continue
    const files = statSync(start).isDirectory()
      ? globSync('**/*', { cwd: start, exclude: name => left.test(name) }).sort()
      : ['']
    for (const file of files) {
      const full = path.join(start, file)
      if (!left.test(file) && statSync(full).isFile())
        hash.update(`${name}/${file}\0`).update(readFileSync(full)).update('\0')
    }
  }
  return hash.digest('hex')
}
