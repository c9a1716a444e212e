import { spawn } from 'node:child_process'

export interface Outcome {
  code: number
  text: string
}

export interface Identity {
  uid: number
  gid: number
}

/** Runs a program to its end without blocking the event loop; gives its exit code and what it said on stderr. */
export function run(command: string, args: string[], as?: Identity, cwd = '/'): Promise<Outcome> {
  // a PGDATA or PGPORT of the caller's shell must not steer our server
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')))
  return new Promise(resolve => {
    // stdout stays closed: the postmaster that pg_ctl leaves behind would hold a pipe open for ever
    const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'ignore', 'pipe'], ...as })
    let text = ''
    child.stderr.setEncoding('utf8').on('data', part => {
      text += part
    })
    child.once('error', error => resolve({ code: 127, text: error.message }))
    child.once('exit', code => {
      child.stderr.destroy()
      resolve({ code: code ?? 1, text: text.trim() })
    })
  })
}
