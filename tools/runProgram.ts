import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './root.ts'

/** A program ended by a signal says nothing of what it was to find out. */
const interrupted = 130
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs a program of the API to its end, on this terminal; gives its exit code. Asked to stop, it is the program that stops. */
export function runProgram(script: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const all = ['--disable-warning=ExperimentalWarning', path.join(root, script), ...args]
  const child = spawn(process.execPath, all, { cwd: root, env, stdio: 'inherit' })
  const pass = (signal: NodeJS.Signals) => child.kill(signal)
  for (const signal of signals) process.on(signal, pass)
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => resolve(code ?? interrupted))
  }).finally(() => {
    for (const signal of signals) process.off(signal, pass)
  })
}
