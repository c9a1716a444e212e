// Prints the weight of each step of a visit and fails beyond its budget (JS and CSS, brotli 11, 1 KB = 1000 bytes).
import { fileURLToPath } from 'node:url'
import { weighBuild } from './measure.ts'

const weights = weighBuild(fileURLToPath(new URL('../dist', import.meta.url)), 'src/app/Shell.tsx')
const inKb = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(6)} KB`
let over = 0
for (const { name, bytes, budget } of weights) {
  const beyond = bytes > budget
  if (beyond) over += 1
  process.stdout.write(`${beyond ? 'OVER ' : 'ok   '}${inKb(bytes)} of ${inKb(budget)}  ${name}\n`)
}
if (over > 0) {
  process.stderr.write(`${over} part(s) of the web are heavier than their budget.\n`)
  process.exitCode = 1
}
