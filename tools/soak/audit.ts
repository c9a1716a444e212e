import { execute } from '../stages/execute.ts'

/** Runs `npm run audit:verify` over an installation; `said` is what it found. */
export const audit = async (env: NodeJS.ProcessEnv): Promise<{ whole: boolean; said: string }> => {
  const { code, said } = await execute(['tools/audit-verify.ts'], { env })
  return { whole: code === 0 && said.includes('Utuh'), said: said.trim() }
}
