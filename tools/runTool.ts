import { Refusal } from '@sepakat/db/engine/Refusal.ts'

/** Runs a tool to its end. What a person can put right is one sentence; anything else keeps its stack. Ends the process. */
export async function runTool(tool: () => Promise<number>): Promise<never> {
  try {
    process.exit(await tool())
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error)
    process.exit(1)
  }
}
