import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { findings } from './findings.ts'

const run = promisify(execFile)
/** Debian's package of each program that is asked. */
const packages = {
  pdfinfo: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdfsig: 'poppler-utils',
  soffice: 'libreoffice-writer-nogui libreoffice-calc-nogui',
}
const missing = new Set<string>()

/** What a program says; null where the machine does not have it, which is a finding. */
export async function runProgram(program: keyof typeof packages, args: readonly string[]): Promise<string | null> {
  try {
    const { stdout, stderr } = await run(program, args, { maxBuffer: 500_000_000, timeout: 600_000 })
    return stdout + stderr
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string }
    // pdfsig ends with an error where a signature does not hold
    if (code !== 'ENOENT') return `${stdout}${stderr}`
    if (!missing.has(program)) findings.check(`${program} is here (apt-get install ${packages[program]})`, false)
    missing.add(program)
    return null
  }
}
